package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceBiasesTest {
    private static final double EXACT = 1e-9;
    private static final OuSpeed DYNAMICS = new OuSpeed(0.3, 0.11, 0.06);
    private static final GaussianSpeed PRIOR = new GaussianSpeed(-2, 0.35, 4, 0, 0.25);

    @Test
    void twoSourcesWithBiasesAreFilteredAsStatsmodelsDoes() {
        JsonNode vector = EstimatorVectors.vector("D");
        JsonNode in = vector.get("inputs");
        double[] t = EstimatorVectors.numbers(in.get("t"));
        double[] z = EstimatorVectors.numbers(in.get("z"));
        double[] r = EstimatorVectors.numbers(in.get("R"));
        SourceBiases biases =
                SourceBiases.begin(DYNAMICS, PRIOR, 2, 0.3, in.get("sb").doubleValue());
        double logLikelihood = 0;

        for (int i = 0; i < t.length; i++) {
            SourceBiases.Update update = biases.after(0.1, i == 0 ? 0 : t[i] - t[i - 1])
                    .observing(in.get("Z").get(i).get(2).doubleValue() == 1 ? 0 : 1, z[i], r[i]);
            biases = update.biases();
            logLikelihood += update.logLikelihood();

            GaussianState belief = biases.belief();
            double[] mean = {belief.mean(0), belief.mean(1), biases.bias(0), biases.bias(1)};
            double[] p = {belief.covariance(0, 0), belief.covariance(0, 1), belief.covariance(1, 1)};
            assertThat(mean)
                    .containsExactly(
                            EstimatorVectors.numbers(vector.get("filtered_mean").get(i)), within(EXACT));
            assertThat(p)
                    .containsExactly(
                            EstimatorVectors.numbers(vector.get("filtered_P").get(i)), within(EXACT));
        }
        assertThat(logLikelihood).isCloseTo(vector.get("loglik").doubleValue(), within(EXACT));
    }

    @Test
    void withTheAnchorAloneItIsTheSingleFilter() {
        SourceBiases biases = SourceBiases.begin(DYNAMICS, PRIOR, 0, 0, 0);

        GaussianState many = biases.observing(SourceBiases.ANCHOR, -1.9, 0.02)
                .biases()
                .after(0.1, 0.7)
                .belief();
        GaussianSpeed one = PRIOR.observing(-1.9, 0.02).belief().after(DYNAMICS, 0.1, 0.7);

        assertThat(many.mean(0)).isCloseTo(one.level(), within(1e-12));
        assertThat(many.mean(1)).isCloseTo(one.speed(), within(1e-12));
        assertThat(many.covariance(0, 1)).isCloseTo(one.p12(), within(1e-12));
    }

    @Test
    void theAnchorShowsTheBias() {
        SourceBiases biases = SourceBiases.begin(DYNAMICS, PRIOR, 1, 0.4, 0.05);
        for (int year = 0; year < 20; year++) {
            biases = biases.observing(SourceBiases.ANCHOR, -2 + 0.2 * year, 0.001)
                    .biases()
                    .observing(0, -1.5 + 0.2 * year, 0.001)
                    .biases()
                    .after(0.2, 1);
        }

        assertThat(biases.bias(0)).isCloseTo(0.5, within(0.05));
    }

    @Test
    void whereABiasStoodIsWhatTheSmootherSays() {
        double[] z = {-1.6, -1.9, -1.2, -1.5, -0.7};
        int[] sources = {0, SourceBiases.ANCHOR, 0, SourceBiases.ANCHOR, 0};
        SourceBiases remembering = SourceBiases.begin(DYNAMICS, PRIOR, 1, 0.4, 0.2)
                .observing(0, -1.7, 0.01)
                .biases()
                .remembering();
        SourceBiases plain = SourceBiases.begin(DYNAMICS, PRIOR, 1, 0.4, 0.2)
                .observing(0, -1.7, 0.01)
                .biases();
        List<GaussianState> filtered = new ArrayList<>(List.of(plain.belief()));
        List<GaussianState> predicted = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            remembering = remembering
                    .after(0.2, 0.3)
                    .observing(sources[i], z[i], 0.01)
                    .biases();
            plain = plain.after(0.2, 0.3);
            predicted.add(plain.belief());
            plain = plain.observing(sources[i], z[i], 0.01).biases();
            filtered.add(plain.belief());
        }

        GaussianState smoothed = filtered.get(z.length);
        OuStep step = DYNAMICS.over(0.3);
        double[] f = {1, step.reach(), 0, 0, step.decay(), 0, 0, 0, 1};
        for (int i = z.length - 1; i >= 0; i--) {
            smoothed = filtered.get(i).smoothed(f, predicted.get(i), smoothed);
        }

        assertThat(remembering.bias(0)).isCloseTo(plain.bias(0), within(EXACT));
        assertThat(remembering.bias(0) - remembering.moved(0)).isCloseTo(smoothed.mean(2), within(EXACT));
        assertThat(remembering.belief().covariance(3, 3)).isCloseTo(smoothed.covariance(2, 2), within(EXACT));
        assertThat(remembering.movedVariance(0)).isLessThan(remembering.wanderVariance(0) * 1.5);
    }

    @Test
    void withoutFiguresAMoveIsAllWandering() {
        SourceBiases later =
                SourceBiases.begin(DYNAMICS, PRIOR, 1, 0.4, 0.2).remembering().after(0.2, 0.7);

        assertThat(later.moved(0)).isZero();
        assertThat(later.movedVariance(0)).isCloseTo(0.04 * 0.7, within(EXACT));
        assertThatThrownBy(
                        () -> SourceBiases.begin(DYNAMICS, PRIOR, 1, 0.4, 0.2).moved(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("remembering()");
    }

    /** What a constant on all figures of a source is: its bias, if the prior of that bias moves along. */
    @Test
    void aConstantOnEveryFigureOfASourceIsItsBias() {
        GaussianState plain = constantOnTheSource(0).belief();
        GaussianState shifted = constantOnTheSource(0.7).belief();

        assertThat(shifted.mean(0)).isCloseTo(plain.mean(0), within(EXACT));
        assertThat(shifted.mean(1)).isCloseTo(plain.mean(1), within(EXACT));
        assertThat(shifted.mean(2)).isCloseTo(plain.mean(2) + 0.7, within(EXACT));
        assertThat(shifted.covariance(2, 2)).isCloseTo(plain.covariance(2, 2), within(EXACT));
    }

    private static SourceBiases constantOnTheSource(double constant) {
        SourceBiases biases = SourceBiases.begin(
                DYNAMICS,
                PRIOR,
                GaussianState.of(new double[] {constant}, new double[] {0.16}),
                GaussianState.of(new double[1], new double[] {0.04}));
        for (int i = 0; i < 6; i++) {
            biases = biases.after(0.2, 0.4)
                    .observingGated(0, -1.5 + constant + 0.3 * i * i, 0.02, 5)
                    .biases()
                    .observingGated(SourceBiases.ANCHOR, -2 + 0.1 * i, 0.01, 5)
                    .biases();
        }
        return biases;
    }

    @Test
    void aSurprisingMeasurementCountsForLessThroughTheGate() {
        SourceBiases biases = SourceBiases.begin(DYNAMICS, new GaussianSpeed(-2, 0.35, 0.01, 0, 0.25), 0, 0, 0);

        SourceBiases.Update gated = biases.observingGated(SourceBiases.ANCHOR, 0, 0.01, 5);
        GaussianSpeed.Update one = new GaussianSpeed(-2, 0.35, 0.01, 0, 0.25).observingGated(0, 0.01, 5);

        assertThat(gated.biases().belief().mean(0)).isCloseTo(one.belief().level(), within(EXACT));
        assertThat(gated.innovation()).isCloseTo(2, within(EXACT));
        assertThat(gated.variance()).isCloseTo(0.02, within(EXACT));
    }

    @Test
    void unknownSourceIsRefusedWithTheRangeOfKnownOnes() {
        SourceBiases biases = SourceBiases.begin(DYNAMICS, PRIOR, 2, 0.4, 0.05);

        assertThatThrownBy(() -> biases.bias(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("source 2 is unknown; ANCHOR, or 0 to 1");
    }
}
