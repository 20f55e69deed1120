package org.tidemark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.projection.PoolFigure;

class StageReliabilityTest {
    private static Curve logistic(double ceiling, int years) {
        List<PoolFigure> figures = new ArrayList<>();
        for (int i = 0; i < years; i++) {
            figures.add(Made.figure("DE", 2000 + i, ceiling / (1 + Math.exp(-0.5 * (i - 12))), 0.005));
        }
        return new Curve("firms.cloud", "DE", "TOTAL", figures);
    }

    @Test
    void casesAreThreeForEachOriginAndWhatWasSoIsOneOfThem() {
        StageReliability stages = StageReliability.of(List.of(logistic(0.95, 30)));

        assertThat(stages.origins()).isEqualTo(27);
        assertThat(stages.deciles()).hasSize(10);
        assertThat(stages.deciles().stream()
                        .mapToInt(StageReliability.Decile::cases)
                        .sum())
                .isEqualTo(81);
        double wasSo = stages.deciles().stream()
                .filter(d -> d.cases() > 0)
                .mapToDouble(d -> d.cases() * d.wasSo())
                .sum();
        assertThat(wasSo).isCloseTo(27, within(1e-9));
    }

    @Test
    void aCurveThatEndsNearEverybodyScoresBetterThanOneThatStopsFarBelow() {
        StageReliability near = StageReliability.of(List.of(logistic(0.95, 30)));
        StageReliability far = StageReliability.of(List.of(logistic(0.1, 30)));

        assertThat(near.logScore()).isLessThan(far.logScore());
        assertThat(near.brier()).isBetween(0.0, 2.0).isLessThan(far.brier());
    }

    /** Which stage it is said to be, far below the own ceiling, when everybody is taken for the ceiling. */
    @Test
    void theYardstickIsOfTheSameCasesAndWorseWhereTheCeilingIsFarBelowEverybody() {
        List<Curve> far = List.of(logistic(0.1, 30));

        StageReliability told = StageReliability.of(far);
        StageReliability yardstick = StageReliability.ofEverybody(far);

        assertThat(yardstick.origins()).isEqualTo(told.origins());
        assertThat(yardstick.logScore()).isGreaterThan(told.logScore());
        assertThat(yardstick.brier()).isGreaterThan(told.brier());
        // A tenth of everybody is germination, it says, at each of the 27 times; it was so until 1.6 % was reached.
        assertThat(yardstick.deciles().get(9).cases()).isGreaterThan(20);
        assertThat(yardstick.deciles().get(9).wasSo()).isLessThan(0.5);
        assertThat(StageReliability.ofEverybody(List.of(logistic(0.95, 10))).origins())
                .isZero();
    }

    @Test
    void shortSeriesTellNoCeiling() {
        assertThat(StageReliability.of(List.of(logistic(0.95, 10))).origins()).isZero();
        assertThat(StageReliability.of(List.of(logistic(0.95, 11))).origins()).isEqualTo(8);
    }
}
