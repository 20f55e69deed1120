package org.tidemark.producers.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.HeldFigures;
import org.tidemark.measure.MeasureEstimator;
import org.tidemark.producers.RealData;

/** The shipped measures of the publishers' own files: the reference points of docs/methods/measures.md. */
class MeasuresRealDataTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static MeasuredWorld world = new MeasuredWorld(CATALOGUE);
    private static SortedMap<EstimateKey, Estimate> measures;

    @BeforeAll
    static void measure() throws IOException {
        for (String place : MeasuredWorld.PLACES) {
            world.reading(RealData.at(place));
        }
        measures = world.measures();
        if (Boolean.getBoolean("tidemark.print")) {
            measures.values().forEach(MeasuresRealDataTest::print);
            world.refused().forEach((why, times) -> System.out.println("refused " + times + " " + why));
        }
    }

    private static void print(Estimate e) {
        System.out.println(e.key() + " " + e.period() + " " + e.inputs() + " "
                + (e.levels().isEmpty() ? e.withheld() : e.levels().get(0)) + " " + e.unit());
        e.terms()
                .forEach(t -> System.out.println(
                        "    " + t.name() + " " + t.value() + " sd " + t.standardDeviation() + " " + t.source()));
    }

    private static Estimate of(String economy, String measure, String concept) {
        Estimate found = measures.get(new EstimateKey(economy, "TOTAL", measure, concept));
        assertThat(found).as(concept).isNotNull();
        assertThat(found.withheld()).as(concept).isNull();
        return found;
    }

    private static double value(Estimate e) {
        return e.levels().get(0).band().value();
    }

    private static double term(Estimate e, String name) {
        for (var term : e.terms()) {
            Double value = term.value();
            if (term.name().equals(name) && value != null) {
                return value;
            }
        }
        throw new AssertionError("no term " + name + " in " + e.terms());
    }

    private static double sd(Estimate e) {
        return (e.levels().get(0).band().upper80() - e.levels().get(0).band().lower80()) / (2 * 1.2815515655446004);
    }

    @Test
    void concentrationOfTheTenMostUsedModelsEndsAt2056Points() {
        Estimate hhi = of("WORLD", "shares", "model_concentration");

        assertThat(value(hhi)).isCloseTo(2056, within(1.0));
        assertThat(term(hhi, "highest")).isCloseTo(4817, within(1.0));
        assertThat(term(hhi, "lowest")).isCloseTo(1321, within(1.0));
    }

    @Test
    void chinaReachedInSeptember2025WhatTheUnitedStatesHadNineMonthsBefore() {
        Estimate lag = of("WORLD", "frontier", "capability_lag");

        assertThat(lag.period().label()).isEqualTo("2025-09-29");
        assertThat(term(lag, "longest_delay")).isCloseTo(9.2, within(0.05));
        assertThat(term(lag, "gap")).isCloseTo(9.2, within(0.05));
        assertThat(value(lag)).isCloseTo(9.4, within(0.05));
        assertThat(term(lag, "censored")).isEqualTo(1);
    }

    @Test
    void trainingComputeOfRecordsGrowsFasterThanThatOfAllModels() {
        Estimate records = of("WORLD", "frontier", "training_compute");
        Estimate all = of("WORLD", "frontier", "training_compute_all");

        assertThat(value(records)).isCloseTo(0.873, within(0.001));
        assertThat(term(records, "records")).isEqualTo(17);
        assertThat(value(all)).isCloseTo(0.805, within(0.001));
        assertThat(sd(all)).isCloseTo(0.043, within(0.001));
    }

    @Test
    void chinasShareOfRobotsIsProbablyAboveHalf() {
        Estimate share = of("WORLD", "shares", "robot_share");

        assertThat(share.period().label()).isEqualTo("2023");
        assertThat(value(share)).isCloseTo(51.0, within(0.1));
        assertThat(term(share, "change")).isCloseTo(51.0 - 52.4, within(0.1));
        assertThat(term(share, "p_above")).isCloseTo(0.614, within(0.001));
    }

    @Test
    void useOfAiOver147EconomiesHasATheilIndexOf0179() {
        Estimate theil = of("WORLD", "across", "adoption_theil");

        assertThat(term(theil, "units")).isEqualTo(147);
        assertThat(value(theil)).isCloseTo(0.179, within(0.0005));
        assertThat(value(theil) - term(theil, "change")).isCloseTo(0.188, within(0.0005));
    }

    /** What a recipe of a panel said when a period was over that ends on a day. */
    private static double on(String day, String kind, String recipe) {
        EstimateKey key = new EstimateKey("WORLD", "TOTAL", kind, recipe);
        MeasureEstimator estimator = MeasureEstimator.ofPanels(CATALOGUE).stream()
                .filter(e -> e.makes(key))
                .findFirst()
                .orElseThrow();
        HeldFigures then = MeasuredWorld.until(LocalDate.parse(day), world.figures("WORLD", recipe), estimator);
        return value(estimator.estimates(then).get(0));
    }

    @Test
    void theShareOfRobotsRoseToHalfIn2021AndHasStayedThere() {
        assertThat(List.of("2020-12-31", "2021-12-31", "2022-12-31", "2023-12-31"))
                .extracting(day -> Math.round(10 * on(day, "shares", "robot_share")) / 10.0)
                .containsExactly(45.6, 51.0, 52.4, 51.0);
    }

    @Test
    void theTheilIndexFellFromHalfYearToHalfYear() {
        assertThat(List.of("2025-06-30", "2025-12-31", "2026-03-31"))
                .extracting(day -> Math.round(1000 * on(day, "across", "adoption_theil")) / 1000.0)
                .containsExactly(0.188, 0.186, 0.179);
    }

    @Test
    void outputGrewWithoutJobsIn25QuartersSince1960() {
        assertThat(term(of("US", "compare", "jobless_growth"), "periods_held")).isEqualTo(25);
    }

    @Test
    void thePriceOfAnHourOfOneGpuTellsNoDecline() {
        Estimate price = of("WORLD", "rate", "gpu_price");

        assertThat(term(price, "quotes")).isEqualTo(44);
        assertThat(term(price, "slope")).isCloseTo(-0.08, within(0.01));
        assertThat(term(price, "told")).isZero();
    }

    @Test
    void claimsOfGrowthTakeDecadesToTellApart() {
        assertThat(value(of("US", "claims", "growth_claims"))).isBetween(20.0, 30.0);
        assertThat(value(of("US", "claims", "trade_claims"))).isBetween(20.0, 45.0);
    }
}
