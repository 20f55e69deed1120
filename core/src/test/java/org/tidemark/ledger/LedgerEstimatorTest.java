package org.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Term.Basis;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class LedgerEstimatorTest {
    private static final Instant PUBLISHED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final String LEDGER = "displacement.ledger";
    private static final String NET = "displacement.net";
    private static final String CONCEPT = "gpt_beta.firms.goods_services";

    /** One figure to be held. */
    private record Given(String indicator, String sector, Period period, double value, @Nullable Double error) {}

    private final List<Given> given = new ArrayList<>();
    private final List<Estimate> upstream = new ArrayList<>();

    LedgerEstimatorTest() {
        give("labour.employment.occupation", "2024-05", 150_000_000);
        give("labour.use.automation_share", "2025-02", 43);
        give("labour.use.automation_share", "2025-09", 49);
        postings(LocalDate.of(2019, 1, 4), 52, 2.0);
        postings(LocalDate.of(2025, 3, 7), 13, 3.0);
        upstream.add(exposure("TOTAL", "gpt_beta", 40, 4, null));
        upstream.add(adoption("TOTAL", "firms.goods_services", 10));
    }

    @Test
    void isTheProductOfItsFactorsWithEachPartOfTheVariance() {
        Estimate ledger = estimate("TOTAL", LEDGER, CONCEPT);

        double substitution = (2 * 0.5 + 3 * 0.43 + 3 * 0.49) / 8;
        assertThat(term(ledger, "substitution_share").value()).isCloseTo(100 * substitution, within(1e-12));
        assertThat(term(ledger, "substitution_share").standardDeviation())
                .isCloseTo(100 * Math.sqrt(substitution * (1 - substitution) / 9), within(1e-12));
        assertThat(term(ledger, "expected").value()).isCloseTo(100 * 0.4 * 0.1 * substitution * 0.23, within(1e-12));
        assertThat(term(ledger, "persons").value()).isCloseTo(0.4 * 0.1 * substitution * 0.23 * 150e6, within(1e-3));
        assertThat(ledger.terms())
                .extracting(Term::basis)
                .startsWith(Basis.ESTIMATED, Basis.ESTIMATED, Basis.ESTIMATED, Basis.ASSUMED);
        assertThat(ledger.terms().stream()
                        .map(Term::varianceShare)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(term(ledger, "profitable_share").source()).contains("Svanberg");
        assertThat(term(ledger, "persons").source()).contains("not an observation of jobs lost");
        assertThat(ledger.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.P0D, Horizon.NOW);
        assertThat(ledger.levels()).allSatisfy(l -> assertThat(l.pNegative()).isNull());
        assertThat(ledger.period()).isEqualTo(Period.parse("2025-09"));
        assertThat(ledger.inputs()).isEqualTo(8 + 50 + 2 + 1);
        assertThat(ledger.model())
                .isEqualTo("ledger-product/1+profitable_share(0.23:10.0)+substitution_share(0.5:2.0+3.0)");
    }

    @Test
    void withoutFiguresOfAutomationThePriorStandsAloneAndSaysSo() {
        given.removeIf(g -> g.indicator().equals("labour.use.automation_share"));

        Term share = term(estimate("TOTAL", LEDGER, CONCEPT), "substitution_share");

        assertThat(share.value()).isEqualTo(50);
        assertThat(share.basis()).isEqualTo(Basis.ASSUMED);
        assertThat(share.source()).startsWith("prior alone: Acemoglu and Restrepo");
    }

    @Test
    void reinstatementIsWhatPostingsAskForSince2019() {
        Estimate reinstatement = estimate("TOTAL", "displacement.reinstatement", "postings.ai_share");

        HorizonValue level = reinstatement.levels().get(0);
        assertThat(level.band().value()).isCloseTo(1, within(1e-12));
        assertThat(level.band().upper95()).isCloseTo(1 + 1.959963984540054 * 0.15, within(1e-12));
        assertThat(level.pNegative()).isLessThan(1e-9);
        assertThat(term(reinstatement, "postings_now").source()).contains("an upper indicator");
        assertThat(reinstatement.inputs()).isEqualTo(65);
    }

    @Test
    void reinstatementNeedsTheBaseYearAndRecentWeeks() {
        given.removeIf(g -> g.period().end().isBefore(LocalDate.of(2019, 6, 1)));
        assertThat(withheld("TOTAL", "displacement.reinstatement", "postings.ai_share"))
                .isEqualTo("adoption.postings.ai_share is held for 30 weeks of 2019, at least 40 are needed to compare"
                        + " with");
        assertThat(withheld("TOTAL", NET, CONCEPT)).startsWith("reinstatement is withheld: adoption.postings.ai_share");
        postings(LocalDate.of(2019, 1, 4), 22, 2.0);
        given.removeIf(g -> g.indicator().startsWith("adoption.postings")
                && g.period().end().isAfter(LocalDate.of(2025, 4, 1))
                && g.period().end().isBefore(LocalDate.of(2025, 5, 30)));
        assertThat(withheld("TOTAL", "displacement.reinstatement", "postings.ai_share"))
                .startsWith("adoption.postings.ai_share is held for 5 of its newest 13 weeks");
        postings(LocalDate.of(2025, 4, 4), 3, 101);
        assertThat(withheld("TOTAL", "displacement.reinstatement", "postings.ai_share"))
                .endsWith("is 101.0 percent; a share lies between 0 and 100");
    }

    @Test
    void netIsDisplacementLessReinstatementAndHasASign() {
        Estimate net = estimate("TOTAL", NET, CONCEPT);

        assertThat(net.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.P0D, Horizon.NOW);
        double displaced = Objects.requireNonNull(
                term(estimate("TOTAL", LEDGER, CONCEPT), "expected").value());
        assertThat(displaced).isLessThan(1);
        assertThat(net.levels().get(0).band().value()).isBetween(displaced - 1.2, displaced - 1 + 0.2);
        assertThat(net.levels().get(0).pNegative()).isBetween(0.8, 1.0);
        assertThat(term(net, "displaced").value()).isEqualTo(displaced);
    }

    @Test
    void withoutPostingsThereIsNoNet() {
        given.removeIf(g -> g.indicator().startsWith("adoption.postings"));

        assertThat(withheld("TOTAL", NET, CONCEPT))
                .isEqualTo("reinstatement of US is not held: adoption.postings.ai_share");
        assertThat(keys()).noneMatch(k -> k.measure().equals("displacement.reinstatement"));
    }

    @Test
    void aSectorWithoutExposureHasNoNumberAndOneWithItHas() {
        given.add(new Given("adoption.firms.goods_services", "NAICS:51", Period.parse("2025-09"), 25, 0.5));
        upstream.add(adoption("NAICS:51", "firms.goods_services", 25));

        assertThat(withheld("NAICS:51", LEDGER, CONCEPT))
                .isEqualTo("no exposure of NAICS:51: employment by industry and occupation is not held");
        assertThat(keys())
                .noneMatch(k -> k.sector().equals("NAICS:51") && k.measure().equals(NET));

        upstream.add(exposure("NAICS:51", "gpt_beta", 60, 5, null));
        assertThat(term(estimate("NAICS:51", LEDGER, CONCEPT), "exposed_share").value())
                .isEqualTo(60);
        assertThat(withheld("NAICS:51", NET, CONCEPT))
                .isEqualTo("reinstatement of NAICS:51 is not held: adoption.postings.ai_share by sector");
    }

    @Test
    void theAnchorIsTheFirstConceptOfTheRecipeThatTheEconomyHas() {
        upstream.add(adoption("TOTAL", "people.any_use", 30));
        assertThat(keys()).filteredOn(k -> k.measure().equals(LEDGER)).hasSize(1);
        upstream.add(adoption("TOTAL", "firms.any_use", 13));
        assertThat(keys())
                .filteredOn(k -> k.measure().equals(LEDGER))
                .extracting(EstimateKey::concept)
                .containsExactly("gpt_beta.firms.any_use");
    }

    @Test
    void exposedJobsAreAThirdExposureWithAnAssumedError() {
        give("exposure.jobs", "2024", 60);

        Estimate jobs = estimate("TOTAL", LEDGER, "jobs.firms.goods_services");

        assertThat(term(jobs, "exposed_share").standardDeviation()).isEqualTo(13);
        assertThat(term(jobs, "exposed_share").basis()).isEqualTo(Basis.MEASURED);
        assertThat(term(jobs, "exposed_share").source()).contains("standard deviation assumed");
        assertThat(jobs.model()).endsWith("+exposed_jobs_error(13.0)");
    }

    @Test
    void missingFactorsAreNamed() {
        upstream.remove(1);
        assertThat(withheld("TOTAL", LEDGER, "gpt_beta"))
                .startsWith("adoption of US is not held: none of the concepts firms.any_use, firms.goods_services");
        upstream.clear();
        upstream.add(adoption("TOTAL", "firms.goods_services", 10));
        assertThat(withheld("TOTAL", LEDGER, "jobs.firms.goods_services"))
                .isEqualTo("no exposure of US: neither an estimate by occupation nor exposure.jobs is held");
        upstream.add(exposure("TOTAL", "gpt_beta", 0, 0, "only 64.3 % is rated"));
        assertThat(withheld("TOTAL", LEDGER, CONCEPT))
                .isEqualTo("exposure gpt_beta of TOTAL is withheld: only 64.3 % is rated");
        assertThat(withheld("TOTAL", NET, CONCEPT)).startsWith("displacement is withheld: exposure gpt_beta");
    }

    @Test
    void figuresThatCannotBeTrueGiveNoNumber() {
        give("exposure.jobs", "2024", 160);
        assertThat(withheld("TOTAL", LEDGER, "jobs.firms.goods_services"))
                .isEqualTo("exposed_share is 160.0 percent; a share that counts lies between 0 and 100");
        give("labour.use.automation_share", "2025-11", 120);
        assertThat(withheld("TOTAL", LEDGER, CONCEPT))
                .isEqualTo("labour.use.automation_share in 2025-11 is 120.0 percent; a share lies between 0 and 100");
        given.removeIf(g -> g.value() == 120);
        give("labour.employment.occupation", "2025-05", -1);
        assertThat(withheld("TOTAL", LEDGER, CONCEPT))
                .isEqualTo("employment in 2025-05 is -1.0 persons; it must be above 0");
        assertThat(estimate("TOTAL", LEDGER, CONCEPT).inputs()).isPositive();
    }

    @Test
    void anEconomyOfWhichNothingIsHeldHasNoLedger() {
        given.clear();
        upstream.clear();

        assertThat(new LedgerEstimator(CATALOGUE).estimates(held())).isEmpty();
        assertThat(new LedgerEstimator(
                                CatalogueYaml.parse(List.of(new CatalogueYaml.Text("t", "aggregates: {XX1: X}"))))
                        .estimates(held()))
                .isEmpty();
    }

    @Test
    void anotherPriorIsAnotherModel() {
        String own = "priors: {profitable_share: {mean: 0.4}}";
        Catalogue catalogue = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", own)));

        assertThat(new LedgerEstimator(catalogue).estimates(held()))
                .filteredOn(e -> e.key().measure().equals(LEDGER))
                .allSatisfy(e -> assertThat(e.model()).contains("profitable_share(0.4:10.0)"));
    }

    @Test
    void readsAdoptionOfItsConceptsAndTheOtherFactors() {
        LedgerEstimator estimator = new LedgerEstimator(CATALOGUE);

        assertThat(List.of(
                        "adoption.firms.goods_services",
                        "adoption.people.any_use",
                        "adoption.postings.ai_share",
                        "labour.use.automation_share",
                        "labour.use.automation_share.by_task",
                        "labour.employment.occupation",
                        "exposure.jobs",
                        "exposure.score.aioe"))
                .allMatch(estimator::reads);
        assertThat(List.of("adoption.firms.paid", "labour.cuts.total", "unknown.x"))
                .noneMatch(estimator::reads);
    }

    @Property(tries = 30)
    void theOrderOfFillingChangesNothing(@ForAll long seed) {
        List<Estimate> expected = new LedgerEstimator(CATALOGUE).estimates(held());
        Collections.shuffle(given, new Random(seed));
        Collections.shuffle(upstream, new Random(seed));

        assertThat(new LedgerEstimator(CATALOGUE).estimates(held())).isEqualTo(expected);
        assertThat(expected).extracting(Estimate::key).isSorted();
    }

    private void give(String indicator, String period, double value) {
        given.add(new Given(indicator, "TOTAL", Period.parse(period), value, null));
    }

    private void postings(LocalDate friday, int weeks, double value) {
        for (int i = 0; i < weeks; i++) {
            Period week = Period.trailing(7, friday.plusWeeks(i));
            given.add(new Given("adoption.postings.ai_share", "TOTAL", week, value, null));
        }
    }

    private static Estimate exposure(
            String sector, String concept, double percent, double sd, @Nullable String withheld) {
        List<HorizonValue> levels = withheld == null ? List.of(level(Horizon.P0D, percent, sd)) : List.of();
        return new Estimate(
                new EstimateKey("US", sector, "exposure", concept),
                PUBLISHED,
                Period.parse("2024-05"),
                8,
                "ab",
                "m",
                "percent",
                levels,
                null,
                List.of(),
                withheld);
    }

    private static Estimate adoption(String sector, String concept, double percent) {
        return new Estimate(
                new EstimateKey("US", sector, "penetration", concept),
                PUBLISHED,
                Period.parse("2025-08"),
                50,
                "cd",
                "m",
                "percent",
                List.of(level(Horizon.P0D, percent, 0.3), level(Horizon.NOW, percent + 0.5, 0.6)),
                null);
    }

    private static HorizonValue level(Horizon horizon, double mean, double sd) {
        return new HorizonValue(
                horizon,
                new Banded(mean, mean - 1.28 * sd, mean + 1.28 * sd, mean - 1.96 * sd, mean + 1.96 * sd),
                null);
    }

    private List<EstimateKey> keys() {
        return new LedgerEstimator(CATALOGUE)
                .estimates(held()).stream().map(Estimate::key).toList();
    }

    private String withheld(String sector, String measure, String concept) {
        Estimate estimate = estimate(sector, measure, concept);
        assertThat(estimate.levels()).isEmpty();
        return Objects.requireNonNull(estimate.withheld());
    }

    private Estimate estimate(String sector, String measure, String concept) {
        EstimateKey key = new EstimateKey("US", sector, measure, concept);
        Optional<Estimate> made = new LedgerEstimator(CATALOGUE)
                .estimates(held()).stream().filter(e -> e.key().equals(key)).findFirst();
        return made.orElseThrow(() -> new AssertionError(key + " among " + keys()));
    }

    private HeldFigures held() {
        HeldFigures held = new HeldFigures("US");
        for (Given g : given) {
            SeriesId series = new SeriesId(g.indicator(), "US", g.sector(), "A");
            held.put(new FigureId(series, g.period()), g.value(), g.error(), PUBLISHED);
        }
        upstream.forEach(held::put);
        return held;
    }

    private static Term term(Estimate estimate, String name) {
        return estimate.terms().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
