package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.measure.GroupContrasts.GAP;
import static org.tidemark.measure.GroupContrasts.SPEED;
import static org.tidemark.measure.MadeEconomy.CONSTRUCTION;
import static org.tidemark.measure.MadeEconomy.SHIPPED;
import static org.tidemark.measure.MadeEconomy.SOFTWARE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Background;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.series.PublicationDate;

class GroupContrastsTest {
    private static final int WEEKS = 52;
    /** Half a log unit a year. */
    private static final double WEEKLY_FALL = 0.5 * 7 / 365;

    @Test
    void aSteadyFallIsToldAsGapAndSpeedInLogPoints() {
        List<Estimate> estimates = falling().estimates();
        Estimate gap = MadeEconomy.of(estimates, SOFTWARE, GAP);
        Estimate speed = MadeEconomy.of(estimates, SOFTWARE, SPEED);

        assertThat(gap.unit()).isEqualTo("log_points");
        assertThat(speed.unit()).isEqualTo("log_points_per_year");
        assertThat(value(gap, Horizon.P0D)).isCloseTo(-100 * WEEKLY_FALL * (WEEKS - 1), within(0.5));
        assertThat(value(speed, Horizon.P0D)).isBetween(-55.0, -40.0);
        assertThat(level(speed, Horizon.P0D).pNegative()).isGreaterThan(0.975);
        assertThat(level(gap, Horizon.P0D).pNegative()).isGreaterThan(0.999);
        assertThat(gap.key()).isEqualTo(new EstimateKey("US", SOFTWARE, GAP, "postings"));
        assertThat(gap.period()).isEqualTo(MadeEconomy.week(WEEKS - 1));
        assertThat(gap.inputs()).isEqualTo(15 * WEEKS);
        assertThat(gap.model()).startsWith("contrast-ou/1 k=0.5 sv=0.35");
    }

    @Test
    void whatIsKnownNowIsTheSameFallCarriedOnWithAWiderBand() {
        Estimate gap = MadeEconomy.of(falling().estimates(), SOFTWARE, GAP);

        assertThat(gap.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.P0D, Horizon.NOW);
        assertThat(gap.asOf())
                .isEqualTo(
                        PublicationDate.endOf(MadeEconomy.week(WEEKS - 1).end().plusDays(5)));
        assertThat(value(gap, Horizon.NOW)).isLessThan(value(gap, Horizon.P0D));
        assertThat(width(gap, Horizon.NOW)).isGreaterThan(width(gap, Horizon.P0D));
    }

    @Test
    void itSaysTheSmallestEffectThatCouldBeSeenAndThatItSeesNoCause() {
        Estimate gap = MadeEconomy.of(falling().estimates(), SOFTWARE, GAP);
        double standardError = width(gap, Horizon.P0D) / 2 / 1.959963984540054;

        assertThat(gap.terms())
                .extracting(Term::name)
                .containsExactly("smallest_effect", "gap_peak", "basket", "cause");
        assertThat(term(gap, "smallest_effect").value()).isCloseTo(2.8 * standardError, within(1e-9));
        assertThat(term(gap, "gap_peak").value()).isCloseTo(0.0, within(1e-9));
        assertThat(term(gap, "gap_peak").source()).contains(MadeEconomy.week(0).label());
        assertThat(term(gap, "basket").value()).isEqualTo(14);
        assertThat(term(gap, "cause").basis()).isEqualTo(Term.Basis.UNAVAILABLE);
        assertThat(term(gap, "cause").source()).contains("not why");
    }

    @Test
    void aSectorUnderTestIsLeftOutOfItsOwnBaseline() {
        Estimate gap = MadeEconomy.of(falling().estimates(), CONSTRUCTION, GAP);

        assertThat(term(gap, "basket").value()).isEqualTo(13);
        assertThat(gap.inputs()).isEqualTo(14 * WEEKS);
    }

    @Test
    void theWholeEconomyIsTheMeanOfTheExposed() {
        MadeEconomy two = falling().postings("INDEED:legal", WEEKS, i -> 100);

        Estimate total = MadeEconomy.of(two.estimates(), "TOTAL", GAP);

        assertThat(value(total, Horizon.P0D)).isCloseTo(-100 * WEEKLY_FALL * (WEEKS - 1) / 2, within(0.5));
        assertThat(term(total, "exposed").value()).isEqualTo(2);
    }

    @Test
    void aSectorOfWhichNobodySaidWhetherItIsExposedIsWithheld() {
        MadeEconomy other = falling().postings("INDEED:space-travel", WEEKS, i -> 100);

        Estimate gap = MadeEconomy.of(other.estimates(), "INDEED:space-travel", GAP);

        assertThat(gap.withheld())
                .isEqualTo(
                        "it is not known whether INDEED:space-travel is exposed: add it to exposed, unexposed or others"
                                + " of contrast postings in the catalogue");
        assertThat(gap.inputs()).isEqualTo(WEEKS);
        assertThat(gap.terms()).isEmpty();
    }

    @Test
    void aFigureWithoutALogarithmWithholdsItsSectorAndNoOther() {
        MadeEconomy zero = falling().postings("INDEED:legal", WEEKS, i -> i == 7 ? 0 : 100);

        List<Estimate> estimates = zero.estimates();

        assertThat(MadeEconomy.of(estimates, "INDEED:legal", GAP).withheld())
                .contains("INDEED:legal")
                .contains("0.0 in " + MadeEconomy.week(7).label())
                .contains("no logarithm");
        assertThat(MadeEconomy.of(estimates, SOFTWARE, GAP).withheld()).isNull();
        assertThat(MadeEconomy.of(estimates, "TOTAL", SPEED).withheld()).contains("INDEED:legal");
    }

    @Test
    void aFigureWithoutALogarithmInTheBasketWithholdsAll() {
        MadeEconomy zero = falling().posting(CONSTRUCTION, WEEKS, -1.0);

        assertThat(zero.estimates()).isNotEmpty().allSatisfy(e -> assertThat(e.withheld())
                .contains(CONSTRUCTION));
    }

    @Test
    void fewerThanFourCommonPeriodsAreTooFew() {
        MadeEconomy three = new MadeEconomy().basket(WEEKS).postings(SOFTWARE, 3, i -> 100);
        MadeEconomy four = new MadeEconomy().basket(WEEKS).postings(SOFTWARE, 4, i -> 100);

        Estimate early = MadeEconomy.of(three.estimates(), SOFTWARE, SPEED);

        assertThat(early.withheld())
                .isEqualTo("too early: only 3 periods have figures of all 15 series, at least 4 are needed");
        assertThat(early.levels()).isEmpty();
        assertThat(early.period()).isEqualTo(MadeEconomy.week(WEEKS - 1));
        assertThat(early.unit()).isEqualTo("log_points_per_year");
        assertThat(MadeEconomy.of(four.estimates(), SOFTWARE, SPEED).withheld()).isNull();
    }

    @Test
    void aBasketOfTwoIsNone() {
        MadeEconomy two = new MadeEconomy()
                .postings(SOFTWARE, WEEKS, i -> 100)
                .postings(CONSTRUCTION, WEEKS, i -> 100)
                .postings("INDEED:driving", WEEKS, i -> 100);

        assertThat(MadeEconomy.of(two.estimates(), SOFTWARE, GAP).withheld())
                .isEqualTo("the unexposed basket has 2 of its 14 sectors here, at least 3 are needed");
    }

    @Test
    void aPeriodCountsOnlyWhenAllAreThere() {
        MadeEconomy late = falling().posting(SOFTWARE, WEEKS, 61.0);
        MadeEconomy complete = falling().posting(SOFTWARE, WEEKS, 61.0);
        MadeEconomy.recipe("postings").groups().unexposed().forEach(s -> complete.posting(s, WEEKS, 100.0));

        assertThat(MadeEconomy.of(late.estimates(), SOFTWARE, GAP).period()).isEqualTo(MadeEconomy.week(WEEKS - 1));
        assertThat(MadeEconomy.of(complete.estimates(), SOFTWARE, GAP).period()).isEqualTo(MadeEconomy.week(WEEKS));
    }

    @Test
    void theTotalOfAnEconomyIsNoSectorAndAloneNoGround() {
        MadeEconomy onlyTotal = new MadeEconomy().postings("TOTAL", WEEKS, i -> 100);
        MadeEconomy withTotal = falling().postings("TOTAL", WEEKS, i -> 7);

        assertThat(onlyTotal.estimates()).isEmpty();
        assertThat(withTotal.estimates()).isEqualTo(falling().estimates());
    }

    @Test
    void onlySectorsInNeitherMeanGiveNoTotal() {
        List<Estimate> estimates =
                new MadeEconomy().postings("INDEED:retail", WEEKS, i -> 100).estimates();

        assertThat(estimates).hasSize(2).allSatisfy(e -> {
            assertThat(e.key().sector()).isEqualTo("INDEED:retail");
            assertThat(e.withheld()).contains("0 of its 14");
        });
    }

    @Test
    void theUnexposedAloneGiveNoMeanOfTheExposed() {
        Estimate total = MadeEconomy.of(new MadeEconomy().basket(WEEKS).estimates(), "TOTAL", GAP);

        assertThat(total.withheld()).isEqualTo("no figures of any exposed sector are held");
        assertThat(total.inputs()).isEqualTo(14 * WEEKS);
    }

    @Test
    void aSectorWhoseFiguresWereAllWithdrawnIsGone() {
        MadeEconomy withdrawn = new MadeEconomy().basket(WEEKS);
        for (int i = 0; i < WEEKS; i++) {
            withdrawn.posting(SOFTWARE, i, null);
        }

        assertThat(withdrawn.estimates()).noneMatch(e -> e.key().sector().equals(SOFTWARE));
    }

    @Test
    void anExposureThatIsKnownComesWithItAndIsPartOfWhatItRestsOn() {
        var held = falling().held();
        Estimate exposure = Exposures.of("US", SOFTWARE, 61.5, "2024-05-01T00:00:00Z");
        Estimate without = MadeEconomy.of(Several.contrasts(SHIPPED).estimates(held), SOFTWARE, GAP);

        Estimate with = MadeEconomy.of(Several.contrasts(SHIPPED).estimates(held.put(exposure)), SOFTWARE, GAP);

        assertThat(term(with, "exposure").value()).isEqualTo(61.5);
        assertThat(term(with, "exposure").unit()).isEqualTo("percent");
        assertThat(with.asOf()).isEqualTo(exposure.asOf());
        assertThat(with.inputsHash()).isNotEqualTo(without.inputsHash());
        assertThat(with.levels().get(0)).isEqualTo(without.levels().get(0));
    }

    @Test
    void itReadsWhatItsRecipesReadAndMakesTwoMeasures() {
        Several estimator = Several.contrasts(SHIPPED);

        assertThat(estimator.measures()).containsExactlyInAnyOrder(GAP, SPEED);
        assertThat(List.of("labour.postings.total_sa", "labour.firms.hours_decreased", "labour.payrolls.finance"))
                .allMatch(estimator::reads);
        assertThat(estimator.reads("labour.postings.total_nsa")).isFalse();
    }

    @Test
    void itReadsWhatChangesAnExposureSoThatTheOrderOfArrivalDoesNotShow() {
        assertThat(List.of("exposure.tasks.gpt_beta", "labour.employment.occupation"))
                .allMatch(Several.contrasts(SHIPPED)::reads);
    }

    @Test
    void whereSectorsDifferInSizeTheLevelHasNoSignAndTheSpeedHas() {
        Catalogue sizes = ShippedCatalogue.with(
                List.of(new CatalogueYaml.Text("own.yaml", "measures: {postings: {common_base: false}}")));
        List<Estimate> estimates = Several.contrasts(sizes).estimates(falling().held());

        assertThat(level(MadeEconomy.of(estimates, SOFTWARE, GAP), Horizon.P0D).pNegative())
                .isNull();
        assertThat(level(MadeEconomy.of(estimates, SOFTWARE, SPEED), Horizon.P0D)
                        .pNegative())
                .isGreaterThan(0.975);
        assertThat(SHIPPED.recipes().measures().recipes().values())
                .filteredOn(
                        recipe -> recipe.groups() != null && !recipe.groups().commonBase())
                .extracting(recipe -> recipe.id())
                .containsExactly("payrolls");
    }

    @Test
    void whatItsRecipePutsInTheBackgroundSaysWhyAndNothingElseDoes() {
        Catalogue own = ShippedCatalogue.with(
                List.of(new CatalogueYaml.Text("own.yaml", "measures: {postings: {background: of one sector}}")));

        assertThat(Several.contrasts(own).estimates(falling().held())).allSatisfy(e -> assertThat(Background.why(e))
                .hasValue("stands in no table, ranking or dashboard: of one sector"));
        assertThat(Several.contrasts(SHIPPED).estimates(falling().held()))
                .allSatisfy(e -> assertThat(Background.why(e)).isEmpty());
        assertThat(SHIPPED.recipes().measures().recipes().values())
                .filteredOn(recipe -> recipe.groups() != null && recipe.groups().background() != null)
                .extracting(MeasureRecipe::id)
                .containsExactly("payrolls");
    }

    @Test
    void aRecipeThatReadsAnUndeclaredIndicatorIsRefused() {
        String own =
                "measures: {c: {kind: compare, unit: log_points, indicators: {x: log(weather.rain@*)}, groups: {exposed: [A:a], unexposed: [A:b, A:c, A:d]}}}";
        Catalogue odd = CatalogueYaml.parse(List.of(new CatalogueYaml.Text("own.yaml", own)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Several.contrasts(odd))
                .withMessage(
                        "catalogue: measure c: indicators: x: weather.rain falls under no declared family; declare one whose prefix it begins with");
    }

    private static MadeEconomy falling() {
        return new MadeEconomy().basket(WEEKS).postings(SOFTWARE, WEEKS, i -> 100 * Math.exp(-WEEKLY_FALL * i));
    }

    private static HorizonValue level(Estimate estimate, Horizon horizon) {
        return estimate.levels().stream()
                .filter(l -> l.horizon() == horizon)
                .findFirst()
                .orElseThrow();
    }

    private static double value(Estimate estimate, Horizon horizon) {
        return level(estimate, horizon).band().value();
    }

    private static double width(Estimate estimate, Horizon horizon) {
        return level(estimate, horizon).band().upper95()
                - level(estimate, horizon).band().lower95();
    }

    private static Term term(Estimate estimate, String name) {
        return estimate.terms().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
