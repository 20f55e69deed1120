package org.tidemark.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.EventTime;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class GapEstimatorTest {
    private static final GapEstimator ESTIMATOR = new GapEstimator(MadeFigures.catalogue());

    private static Estimate of(List<Estimate> estimates, String measure, String concept) {
        return estimates.stream()
                .filter(e ->
                        e.key().measure().equals(measure) && e.key().concept().equals(concept))
                .findFirst()
                .orElseThrow();
    }

    private static Term term(Estimate estimate, String name) {
        return estimate.terms().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HorizonValue at(Estimate estimate, Horizon horizon) {
        return estimate.levels().stream()
                .filter(l -> l.horizon() == horizon)
                .findFirst()
                .orElseThrow();
    }

    private static double value(Estimate estimate) {
        return at(estimate, Horizon.P0D).band().value();
    }

    @Test
    void demandThatFallsShortIsANegativeGapWithAHighProbability() {
        Estimate gap = of(ESTIMATOR.estimates(MadeFigures.economy()), "demand_gap", "retail.pce_all");

        assertThat(value(gap)).isBetween(-10.5, -3.0);
        assertThat(at(gap, Horizon.P0D).pNegative()).isGreaterThan(0.9);
        assertThat(gap.period()).isEqualTo(Period.parse("2011-12"));
        assertThat(gap.asOf()).isEqualTo(MadeFigures.KNOWN);
        assertThat(gap.inputs()).isEqualTo(4 * 14 * 12);
        assertThat(gap.unit()).isEqualTo("percent");
        assertThat(gap.model()).isEqualTo("gap-capacity/1");
    }

    @Test
    void theGapOfNowHasDriftedTowardsZeroAndIsLessCertain() {
        Estimate gap = of(ESTIMATOR.estimates(MadeFigures.economy()), "demand_gap", "retail.pce_all");
        double years = EventTime.ofInstant(MadeFigures.KNOWN) - gap.period().midYear();
        HorizonValue newest = at(gap, Horizon.P0D);
        HorizonValue now = at(gap, Horizon.NOW);

        assertThat(now.band().value() / newest.band().value()).isCloseTo(Math.exp(-0.7 * years), within(1e-9));
        assertThat(now.band().upper95() - now.band().lower95())
                .isGreaterThan(newest.band().upper95() - newest.band().lower95());
    }

    @Test
    void supplyWithoutDemandIsWithheldWithTheReason() {
        HeldFigures held = new HeldFigures("XX");
        MadeFigures.put(held, "supply.industry.production", YearMonth.of(2020, 1), 100);

        Estimate gap = of(ESTIMATOR.estimates(held), "demand_gap", "consumption.real");

        assertThat(gap.withheld())
                .isEqualTo(
                        "supply is held but no demand: supply.capacity.utilisation, demand.consumption.real are missing");
        assertThat(gap.levels()).isEmpty();
        assertThat(gap.inputs()).isEqualTo(1);
        assertThat(gap.period()).isEqualTo(Period.parse("2020-01"));
    }

    @Test
    void demandWithoutSupplyIsWithheldWithTheReason() {
        HeldFigures held = new HeldFigures("XX");
        MadeFigures.put(held, "demand.consumption.real", YearMonth.of(2020, 1), 100);

        assertThat(of(ESTIMATOR.estimates(held), "demand_gap", "consumption.real")
                        .withheld())
                .startsWith("demand is held but no supply: supply.industry.production, supply.capacity.utilisation");
    }

    @Test
    void aMissingDeflatorIsNamed() {
        assertThat(of(ESTIMATOR.estimates(MadeFigures.economy()), "demand_gap", "retail.cpi_all")
                        .withheld())
                .isEqualTo("prices.cpi.all is missing");
    }

    @Test
    void pricesAloneMakeNothing() {
        HeldFigures held = new HeldFigures("XX");
        MadeFigures.put(held, "prices.pce.all", YearMonth.of(2020, 1), 100);

        assertThat(ESTIMATOR.estimates(held)).isEmpty();
        assertThat(ESTIMATOR.estimates(new HeldFigures("XX"))).isEmpty();
    }

    @Test
    void seriesThatShareNoPeriodAreWithheld() {
        HeldFigures held = new HeldFigures("XX");
        MadeFigures.put(held, "supply.industry.production", YearMonth.of(2020, 1), 100);
        MadeFigures.put(held, "supply.capacity.utilisation", YearMonth.of(2020, 2), 80);
        MadeFigures.put(held, "demand.consumption.real", YearMonth.of(2020, 2), 100);

        assertThat(of(ESTIMATOR.estimates(held), "demand_gap", "consumption.real")
                        .withheld())
                .startsWith("no period has a figure of each of supply.industry.production");
    }

    @Test
    void lessThanTwoYearsAreTooEarly() {
        HeldFigures held = new HeldFigures("XX");
        for (YearMonth month = YearMonth.of(2020, 1); month.getYear() < 2021; month = month.plusMonths(1)) {
            MadeFigures.put(held, "supply.industry.production", month, 100);
            MadeFigures.put(held, "supply.capacity.utilisation", month, 80);
            MadeFigures.put(held, "demand.consumption.real", month, 100);
        }

        Estimate early = of(ESTIMATOR.estimates(held), "demand_gap", "consumption.real");

        assertThat(early.withheld()).startsWith("too early: 12 periods in 0.92 years");
        assertThat(early.inputs()).isEqualTo(36);
    }

    @Test
    void aLevelWithoutLogarithmIsNamed() {
        HeldFigures held = MadeFigures.economy();
        for (YearMonth month = MadeFigures.FIRST; !month.isAfter(MadeFigures.LAST); month = month.plusMonths(1)) {
            MadeFigures.put(held, "demand.consumption.real", month, month.getYear() == 2005 ? 0 : 100);
        }

        assertThat(of(ESTIMATOR.estimates(held), "demand_gap", "consumption.real")
                        .withheld())
                .isEqualTo("demand.consumption.real is 0.0 in 2005-01; a level must be above 0 to have a logarithm");
    }

    @Test
    void figuresOfAnotherFrequencyDoNotEnter() {
        HeldFigures mixed = MadeFigures.economy();
        for (String indicator : List.of(
                "supply.industry.production", "supply.capacity.utilisation", "demand.retail.sales", "prices.pce.all")) {
            MadeFigures.put(mixed, indicator, "2005", 12_345, null);
            MadeFigures.put(mixed, indicator, "2012", 12_345, null);
        }

        Estimate both = of(ESTIMATOR.estimates(mixed), "demand_gap", "retail.pce_all");

        assertThat(both.levels())
                .isEqualTo(of(ESTIMATOR.estimates(MadeFigures.economy()), "demand_gap", "retail.pce_all")
                        .levels());
    }

    @Test
    void whereOutputIsTheOnlySupplyItIsGrowthAndNoGap() {
        HeldFigures held = new HeldFigures("CN");
        MadeFigures.put(held, "demand.retail.nominal_growth", "2023", 7.2, null);
        MadeFigures.put(held, "prices.cpi.growth", "2023", 0.2, null);
        MadeFigures.put(held, "supply.gdp.real_growth", "2023", 5.2, null);
        MadeFigures.put(held, "supply.gdp.real_growth", "2024", 5.0, null);

        List<Estimate> all = ESTIMATOR.estimates(held);

        Estimate growth = of(all, "demand_minus_output_growth", "retail.gdp_growth");
        assertThat(value(growth)).isCloseTo(1.8, within(1e-11));
        assertThat(growth.period()).isEqualTo(Period.parse("2023"));
        assertThat(growth.unit()).isEqualTo("percentage_points");
        assertThat(growth.inputs()).isEqualTo(3);
        assertThat(at(growth, Horizon.P0D).band().upper95()).isCloseTo(1.8 + 0.98, within(1e-3));
        assertThat(of(all, "demand_minus_output_growth", "retail.industry_growth")
                        .withheld())
                .startsWith("demand is held but no supply: supply.industry.real_growth is missing");
        assertThat(all).noneMatch(e -> e.key().measure().equals("demand_gap"));
    }

    @Test
    void balancesAreContrastedPerSectorAndStandardErrorsWidenTheBand() {
        HeldFigures held = new HeldFigures("XX");
        balances(held, "NAICS:51", null);
        balances(held, "NAICS:52", 4.0);

        List<Estimate> all = ESTIMATOR.estimates(held);

        Estimate sure = sector(all, "NAICS:51");
        Estimate unsure = sector(all, "NAICS:52");
        assertThat(value(sure)).isBetween(-9.0, -2.0);
        assertThat(Math.abs(value(unsure))).isLessThan(Math.abs(value(sure)));
        assertThat(sure.unit()).isEqualTo("percentage_points");
        assertThat(sure.model()).isEqualTo("gap-balance/1");
        assertThat(all).noneMatch(e -> e.key().measure().startsWith("demand_gap.part"));
    }

    private static Estimate sector(List<Estimate> all, String sector) {
        return all.stream()
                .filter(e ->
                        e.key().sector().equals(sector) && e.key().concept().equals("firms.employees"))
                .findFirst()
                .orElseThrow();
    }

    private static void balances(HeldFigures held, String sector, @Nullable Double standardError) {
        for (YearMonth month = YearMonth.of(2020, 1); month.getYear() < 2024; month = month.plusMonths(1)) {
            double fall = month.getYear() == 2023 ? 8 : 0;
            balance(held, sector, month, "demand.firms.increased", 20 - fall, standardError);
            balance(held, sector, month, "demand.firms.decreased", 25, standardError);
            balance(held, sector, month, "labour.firms.employees_increased", 10, standardError);
            balance(held, sector, month, "labour.firms.employees_decreased", 12, standardError);
        }
    }

    private static void balance(
            HeldFigures held,
            String sector,
            YearMonth month,
            String indicator,
            double value,
            @Nullable Double standardError) {
        held.put(
                new FigureId(new SeriesId(indicator, held.economy(), sector, "MADE"), Period.parse(month.toString())),
                value,
                standardError,
                MadeFigures.KNOWN);
    }

    @Test
    void aPartWithoutDataIsUnavailableAndNamedInTheRest() {
        List<Estimate> all = ESTIMATOR.estimates(MadeFigures.economy());

        assertThat(of(all, "demand_gap.part.distribution", "retail.pce_all").withheld())
                .isEqualTo("unavailable: labour.income.share is not held");
        assertThat(of(all, "demand_gap.part.ai_supply", "retail.pce_all").withheld())
                .startsWith("unavailable: no penetration is estimated");
        assertThat(value(of(all, "demand_gap.part.cycle", "retail.pce_all"))).isBetween(-10.0, -5.0);
        Estimate rest = of(all, "demand_gap.part.rest", "retail.pce_all");
        assertThat(term(rest, "rest").source()).isEqualTo("rest, with distribution, ai supply");
        assertThat(term(of(all, "demand_gap", "retail.pce_all"), "part_rest").value())
                .isEqualTo(value(rest));
    }

    @Test
    void onlyTheHeadlineIsTakenApart() {
        HeldFigures held = MadeFigures.economy();
        for (YearMonth month = MadeFigures.FIRST; !month.isAfter(MadeFigures.LAST); month = month.plusMonths(1)) {
            MadeFigures.put(held, "demand.consumption.real", month, MadeFigures.production(month));
        }

        assertThat(ESTIMATOR.estimates(held))
                .filteredOn(e -> e.key().measure().startsWith("demand_gap.part."))
                .hasSize(4)
                .allMatch(e -> e.key().concept().equals("retail.pce_all"));
    }

    @Test
    void theSignIsAsReliableAsWhatWasSaidFirst() {
        HeldFigures held = MadeFigures.economy();
        EstimateKey key = new EstimateKey("XX", "TOTAL", "demand_gap", "retail.pce_all");
        double smoothed = smoothed(held).mean();
        for (int month = 1; month <= 12; month++) {
            double said = month <= 3 ? -smoothed : smoothed;
            held.putFirstSaid(key, Period.parse(YearMonth.of(2009, month).toString()), said);
        }
        // Less than two years before the newest month, so it does not count yet.
        held.putFirstSaid(key, Period.parse("2010-06"), 5);

        Term reliability = term(of(ESTIMATOR.estimates(held), "demand_gap", "retail.pce_all"), "sign_reliability");

        assertThat(reliability.value()).isEqualTo(0.75);
        assertThat(reliability.source()).startsWith("9 of 12 past dates");
    }

    /** The gap of mid-2009 in hindsight: one sign all that year, for demand had not yet fallen. */
    private static Normal smoothed(HeldFigures held) {
        GapRecipe recipe =
                Objects.requireNonNull(MadeFigures.catalogue().recipes().gaps().get("retail.pce_all"));
        GapPath path = GapPath.of(
                GapModel.CAPACITY,
                Moments.of(recipe, Ingredients.of(recipe, held, "TOTAL").rows()),
                true);
        return path.gap(path.smoothed().get(path.steps().size() - 31));
    }

    @Test
    void everyPartWithDataIsTakenFromTheGap() {
        List<Estimate> all = ESTIMATOR.estimates(PartsFixture.complete(30, 20));

        Estimate gap = of(all, "demand_gap", "retail.pce_all");
        double distribution = value(of(all, "demand_gap.part.distribution", "retail.pce_all"));
        double cycle = value(of(all, "demand_gap.part.cycle", "retail.pce_all"));
        double ai = value(of(all, "demand_gap.part.ai_supply", "retail.pce_all"));
        double rest = value(of(all, "demand_gap.part.rest", "retail.pce_all"));
        assertThat(distribution + cycle + ai + rest).isEqualTo(value(gap));
        assertThat(distribution).isCloseTo(0.4 * -2, within(1e-9));
        assertThat(gap.asOf()).isEqualTo(MadeFigures.KNOWN.plusSeconds(86_400));
        assertThat(term(of(all, "demand_gap.part.rest", "retail.pce_all"), "rest")
                        .source())
                .isEqualTo("rest");
    }

    @Test
    void thePartOfAiCannotBeToldFromZeroByDefault() {
        Estimate ai =
                of(ESTIMATOR.estimates(PartsFixture.complete(30, 20)), "demand_gap.part.ai_supply", "retail.pce_all");

        double uplift = 0.30 * 0.20 * 0.23 * 0.154 * 100;
        assertThat(value(ai)).isZero();
        assertThat(at(ai, Horizon.P0D).band().upper95()).isGreaterThan(1.96 * 0.5 * uplift);
        assertThat(at(ai, Horizon.P0D).band().lower95()).isNegative();
        assertThat(term(ai, "told_from_zero").value()).isZero();
        assertThat(term(ai, "told_from_zero").source()).startsWith("AI's part cannot be told from zero");
        Term phi = term(ai, "demand_follows_supply");
        assertThat(phi.basis()).isEqualTo(Term.Basis.ASSUMED);
        assertThat(Objects.requireNonNull(phi.varianceShare())).isBetween(0.3, 1.0);
    }

    @Test
    void aFirmBeliefThatDemandDoesNotFollowMakesAiAPartOfTheGap() {
        String own =
                """
                priors:
                  demand_follows_supply: {mean: 0, sd: 0.01, citation: made}
                  profitable_share: {observations: 100000}
                  cost_saving: {sd: 0.001}
                """;
        List<Estimate> all = new GapEstimator(MadeFigures.catalogue(own)).estimates(PartsFixture.complete(30, 1));

        Estimate ai = of(all, "demand_gap.part.ai_supply", "retail.pce_all");

        assertThat(value(ai)).isCloseTo(-0.30 * 0.20 * 0.23 * 0.154 * 100, within(1e-6));
        assertThat(term(ai, "told_from_zero").value()).isEqualTo(1.0);
        assertThat(at(ai, Horizon.P0D).pNegative()).isGreaterThan(0.975);
    }

    @Test
    void withoutAnEstimateOfExposureThePublishedShareOfJobsStandsIn() {
        HeldFigures held = MadeFigures.economy();
        held.put(MadeFigures.share("penetration", "firms.goods_services", 20, 2));
        MadeFigures.put(held, "exposure.jobs", "2011", 60, null);

        Estimate ai = of(ESTIMATOR.estimates(held), "demand_gap.part.ai_supply", "retail.pce_all");

        assertThat(term(ai, "exposed_share").value()).isEqualTo(0.6);
        assertThat(term(ai, "exposed_share").source()).isEqualTo("exposure.jobs, 2011");
    }

    @Test
    void aRecipeOfTheUsersOwnNeedsNoCode() {
        String own =
                """
                gaps:
                  turnover.own:
                    kind: capacity
                    headline: true
                    demand: [demand.turnover.real]
                    supply: [supply.output.index, supply.output.utilisation]
                """;
        HeldFigures held = new HeldFigures("DE");
        for (YearMonth month = MadeFigures.FIRST; !month.isAfter(MadeFigures.LAST); month = month.plusMonths(1)) {
            MadeFigures.put(held, "supply.output.index", month, MadeFigures.production(month));
            MadeFigures.put(held, "supply.output.utilisation", month, MadeFigures.utilisation(month));
            MadeFigures.put(held, "demand.turnover.real", month, MadeFigures.sales(month) / MadeFigures.prices(month));
        }

        List<Estimate> all = new GapEstimator(MadeFigures.catalogue(own)).estimates(held);

        assertThat(value(of(all, "demand_gap", "turnover.own"))).isBetween(-10.5, -3.0);
        assertThat(all).hasSize(5);
    }

    @Test
    void itReadsWhatItsRecipesAndPartsAreMadeOf() {
        assertThat(ESTIMATOR.reads("prices.cpi.apparel")).isTrue();
        assertThat(ESTIMATOR.reads("labour.firms.hours_decreased_next6m")).isTrue();
        assertThat(ESTIMATOR.reads("labour.income.share")).isTrue();
        assertThat(ESTIMATOR.reads("adoption.firms.any_use")).isTrue();
        assertThat(ESTIMATOR.reads("labour.payrolls.total")).isFalse();
        assertThat(ESTIMATOR.measures()).contains("demand_gap", "demand_gap.part.rest", "demand_minus_output_growth");
        assertThat(ESTIMATOR.estimates(PartsFixture.complete(30, 20)))
                .allMatch(e -> ESTIMATOR.measures().contains(e.key().measure()))
                .isSortedAccordingTo((a, b) -> a.key().compareTo(b.key()));
    }

    @Test
    void recipesAreRefusedInOneLineThatSaysWhatToWrite() {
        assertRefused(
                "gaps:\n  x:\n    kind: capacity\n    supply: [supply.a]\n    demand: [demand.a]\n",
                "write [output, utilisation]");
        assertRefused(
                "gaps:\n  x:\n    supply: [supply.a]\n    demand: [demand.a]\n",
                "kind is missing; write capacity, growth or balance");
        assertRefused("gaps:\n  retail.gdp_growth:\n    noise: 0\n", "needs one above 0");
        assertRefused("gaps:\n  retail.pce_all:\n    since: 'long ago'\n", "since: ");
        assertRefused("gaps:\n  retail.pce_all:\n    demand: [Demand]\n", "'Demand' is not well formed");
    }

    private static void assertRefused(String own, String message) {
        assertThatThrownBy(() -> MadeFigures.catalogue(own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
