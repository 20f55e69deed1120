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

    @Test
    void shortSeriesTellNoCeiling() {
        assertThat(StageReliability.of(List.of(logistic(0.95, 10))).origins()).isZero();
        assertThat(StageReliability.of(List.of(logistic(0.95, 11))).origins()).isEqualTo(8);
    }
}
