package org.tidemark.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.pool.PoolCase.logit;
import static org.tidemark.pool.PoolCase.percent;
import static org.tidemark.pool.PoolCase.term;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Trajectory;

class PooledEstimatorTest {
    private static final String FIRMS = "adoption.firms.any_use";
    private static final String PEOPLE = "adoption.people.any_use";

    /** Four yearly figures of firms and three of people. */
    private static PoolCase twoConcepts(String economy, String... own) {
        return twoConcepts(25, economy, own);
    }

    private static PoolCase twoConcepts(double firmsOf2025, String economy, String... own) {
        return new PoolCase(economy, own)
                .put(FIRMS, "EUROSTAT", "2021", 10)
                .put(FIRMS, "EUROSTAT", "2023", 15)
                .put(FIRMS, "EUROSTAT", "2024", 19)
                .put(FIRMS, "EUROSTAT", "2025", firmsOf2025)
                .put(PEOPLE, "MICROSOFT_AIEI", "2025-H1", 29)
                .put(PEOPLE, "MICROSOFT_AIEI", "2025-H2", 32)
                .put(PEOPLE, "MICROSOFT_AIEI", "2026-Q1", 34);
    }

    @Test
    void everyConceptHeldHasTheLevelInItsOwnTerms() {
        List<Estimate> all = twoConcepts("DE").estimates();

        assertThat(all)
                .extracting(e -> e.key().toString())
                .containsExactly(
                        "DE|TOTAL|penetration.pooled|firms.any_use", "DE|TOTAL|penetration.pooled|people.any_use");
        assertThat(all).allSatisfy(e -> {
            assertThat(e.inputs()).isEqualTo(7);
            assertThat(e.period().label()).isEqualTo("2026-Q1");
            assertThat(e.asOf()).isEqualTo(PoolCase.KNOWN);
            assertThat(e.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.P0D, Horizon.NOW);
        });
        Estimate firms = all.get(0);
        Term bias = term(firms, "bias.people.any_use.MICROSOFT_AIEI");
        assertThat(bias.basis()).isEqualTo(Term.Basis.ESTIMATED);
        for (int level = 0; level < 2; level++) {
            assertThat(logit(all.get(1), level) - logit(firms, level)).isCloseTo(bias.value(), within(1e-9));
        }
    }

    @Test
    void allConceptsShareOneSpeedAndTheirPointsAYearDiffer() {
        List<Estimate> all = twoConcepts("DE").estimates();

        Trajectory firms = Objects.requireNonNull(all.get(0).trajectory());
        Trajectory people = Objects.requireNonNull(all.get(1).trajectory());
        assertThat(firms.speedLogits()).isEqualTo(people.speedLogits());
        assertThat(firms.speedPoints()).isLessThan(people.speedPoints());
        assertThat(term(all.get(0), "speed").value())
                .isEqualTo(firms.speedLogits().value());
        assertThat(firms.stage().likeliest()).isEqualTo("growth");
    }

    @Test
    void oneSourceOfOneConceptIsNothingToPool() {
        assertThat(new PoolCase("DE")
                        .put(FIRMS, "EUROSTAT", "2024", 19)
                        .put(FIRMS, "EUROSTAT", "2025", 25)
                        .estimates())
                .isEmpty();
    }

    @Test
    void theFirstConceptOfTheListThatIsHeldIsTheAnchor() {
        assertThat(term(twoConcepts("DE").in("people.any_use"), "anchor").source())
                .startsWith("firms.any_use.EUROSTAT");
    }

    @Test
    void theAnchorOfACountryIsThatOfItsPartsAndFallsBackWhereItIsNotHeld() {
        String own = "pool: {anchors: {DE: people.any_use, FR: workers.any_use}}";

        assertThat(anchorIn(twoConcepts("DE", own))).startsWith("people.any_use.MICROSOFT_AIEI");
        assertThat(anchorIn(twoConcepts("DE-BY", own))).startsWith("people.any_use.MICROSOFT_AIEI");
        assertThat(anchorIn(twoConcepts("FR", own))).startsWith("firms.any_use.EUROSTAT");
    }

    private static String anchorIn(PoolCase pool) {
        return term(pool.in("firms.any_use"), "anchor").source();
    }

    @Test
    void twoSourcesOfTheAnchorsConceptHaveABiasAgainstEachOther() {
        Estimate firms = twoConcepts("DE")
                .put(FIRMS, "OECD", "2023", 18)
                .put(FIRMS, "OECD", "2025", 29)
                .in("firms.any_use");

        assertThat(term(firms, "anchor").source()).startsWith("firms.any_use.EUROSTAT");
        assertThat(term(firms, "bias.firms.any_use.OECD").value()).isBetween(0.1, 0.3);
        assertThat(logit(firms, 0)).isLessThan(logit(twoConcepts("DE").in("people.any_use"), 0));
    }

    @Test
    void aFigureThatOnlyTellsWhereABiasStandsDoesNotMakeItLessEarly() {
        Estimate early = new PoolCase("US")
                .put("adoption.firms.goods_services", "CENSUS_BTOS", "2025-09", 9.9)
                .put("adoption.firms.goods_services", "CENSUS_BTOS", "2025-10", 10)
                .put("adoption.firms.any_function", "CENSUS_BTOS", "2025-11", 17.3)
                .put("adoption.firms.any_function", "CENSUS_BTOS", "2025-12", 17.2)
                .in("firms.goods_services");

        assertThat(early.levels()).hasSize(2);
        assertThat(early.trajectory()).isNull();
        assertThat(term(early, "speed").basis()).isEqualTo(Term.Basis.UNAVAILABLE);
        assertThat(term(early, "speed").source()).startsWith("too early");
    }

    @Test
    void sectorsArePooledOneByOne() {
        List<Estimate> all = twoConcepts("DE")
                .put("NACE:J", FIRMS, "EUROSTAT", "2025", 60, null)
                .put("NACE:J", PEOPLE, "MADE", "2025", 70, null)
                .put("NACE:C", FIRMS, "EUROSTAT", "2025", 20, null)
                .estimates();

        assertThat(all).extracting(e -> e.key().sector()).containsExactly("NACE:J", "NACE:J", "TOTAL", "TOTAL");
    }

    @Test
    void whatMeasuresAnotherThingAndWhatIsNoShareStaysOut() {
        PooledEstimator estimator = new PooledEstimator(ShippedCatalogue.with(List.of()));
        assertThat(estimator.reads(FIRMS)).isTrue();
        assertThat(estimator.reads("adoption.postings.ai_share")).isFalse();
        assertThat(estimator.reads("adoption.firms.paid")).isFalse();
        assertThat(estimator.reads("adoption.firms.any_use.size_250_plus")).isFalse();
        assertThat(estimator.reads("adoption.firms.goods_services_next6m")).isFalse();

        String count = "indicators: {adoption.workers.any_use: {unit: persons, range: [0, 1000000000]}}";
        assertThat(twoConcepts("DE", count).put("adoption.workers.any_use", "MADE", "2025", 4_000_000))
                .extracting(PoolCase::estimates)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void aConceptOfAnUndeclaredIndicatorPoolsOnceItIsListed() {
        String own = "pool: {concepts: [farms.any_use, people.any_use]}";
        // The override of the US must still pool.
        String anchors = "pool: {anchors: {US: people.any_use}}";

        assertThat(new PoolCase("DE", own, anchors)
                        .put("adoption.farms.any_use", "MADE", "2025", 5)
                        .put(PEOPLE, "MICROSOFT_AIEI", "2025-H1", 29)
                        .estimates())
                .extracting(e -> e.key().concept())
                .containsExactly("farms.any_use", "people.any_use");
    }

    @Test
    void figuresAfterAChangeOfDefinitionHaveABiasOfTheirOwnAndTheLevelDoesNotJump() {
        String regime = "breaks: {reworded: {source: EUROSTAT, indicators: adoption.firms.any_use, "
                + "published: '2026-01-15', from: '2025-01-01', kind: wording}}";
        double jumped = percent(Math.log(0.25 / 0.75) + 0.7);
        PoolCase broken = twoConcepts(jumped, "DE", regime);
        PoolCase unbroken = twoConcepts(jumped, "DE");

        Estimate told = broken.in("firms.any_use");
        assertThat(term(told, "anchor").source()).startsWith("firms.any_use.EUROSTAT has");
        assertThat(term(told, "bias.firms.any_use.EUROSTAT.since_2025-01-01").value())
                .isBetween(0.5, 0.9);
        double smooth = logit(twoConcepts("DE").in("firms.any_use"), 0);
        assertThat(logit(told, 0)).isCloseTo(smooth, within(0.2));
        assertThat(logit(unbroken.in("firms.any_use"), 0)).isGreaterThan(smooth + 0.4);
    }
}
