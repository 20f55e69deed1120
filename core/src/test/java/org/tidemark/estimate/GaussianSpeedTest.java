package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianSpeedTest {
    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C", "E"})
    void filteredBeliefsAreThoseOfStatsmodels(String letter) {
        JsonNode vector = EstimatorVectors.vector(letter);

        SingleFilterCase.Result result = SingleFilterCase.of(vector).run();

        assertThat(result.logLikelihood()).isCloseTo(vector.get("loglik").doubleValue(), within(EXACT));
        assertThat(result.filtered()).hasSize(vector.get("filtered_mean").size());
        for (int i = 0; i < result.filtered().size(); i++) {
            GaussianSpeed belief = result.filtered().get(i);
            double[] mean = EstimatorVectors.numbers(vector.get("filtered_mean").get(i));
            double[] p = EstimatorVectors.numbers(vector.get("filtered_P").get(i));
            assertThat(new double[] {belief.level(), belief.speed()}).containsExactly(mean, within(EXACT));
            assertThat(new double[] {belief.p11(), belief.p12(), belief.p22()}).containsExactly(p, within(EXACT));
        }
    }

    @Test
    void twoMeasurementsOfOneTimeAreOnePooledMeasurement() {
        GaussianSpeed prior = new GaussianSpeed(-1, 0.35, 0.2, 0.05, 0.25);

        GaussianSpeed oneByOne =
                prior.observing(-0.7, 0.02).belief().observing(-0.5, 0.04).belief();
        GaussianSpeed pooled = prior.observing(
                        (-0.7 / 0.02 - 0.5 / 0.04) / (1 / 0.02 + 1 / 0.04), 1 / (1 / 0.02 + 1 / 0.04))
                .belief();

        assertThat(oneByOne.level()).isCloseTo(pooled.level(), within(1e-12));
        assertThat(oneByOne.speed()).isCloseTo(pooled.speed(), within(1e-12));
        assertThat(oneByOne.p22()).isCloseTo(pooled.p22(), within(1e-12));
    }

    @Test
    void surpriseCountsForLessThroughTheGate() {
        GaussianSpeed prior = new GaussianSpeed(0, 0.3, 0.01, 0, 0.25);

        GaussianSpeed plain = prior.observing(3, 0.01).belief();
        GaussianSpeed gated = prior.observingGated(3, 0.01, 5).belief();
        GaussianSpeed calm = prior.observingGated(0.1, 0.01, 5).belief();

        assertThat(gated.level()).isPositive().isLessThan(plain.level() / 10);
        assertThat(calm).isEqualTo(prior.observing(0.1, 0.01).belief());
    }

    @Test
    void measurementWithoutVarianceIsRefused() {
        GaussianSpeed prior = new GaussianSpeed(0, 0.3, 0.01, 0, 0.25);

        assertThatThrownBy(() -> prior.observing(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("variance is 0.0");
    }
}
