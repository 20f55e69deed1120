package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussianBeliefSmoothedTest {
    private static final double[] STAYS = {1, 0, 0, 1};
    private static final double[] NO_DRIFT = {0, 0};

    /** A number that does not move is known as well before as after; its neighbour, which does, is not. */
    @Test
    void whatDoesNotMoveIsKnownInHindsightAsItIsNow() {
        GaussianState before = GaussianState.of(new double[] {1, 2}, new double[] {4, 1, 1, 9});
        GaussianState predicted = before.after(STAYS, NO_DRIFT, new double[] {0, 0, 0, 5});
        GaussianState now = predicted.observing(new double[] {1, 1}, 7, 0.5).belief();

        GaussianState hindsight = before.smoothed(STAYS, predicted, now);

        assertThat(hindsight.mean(0)).isCloseTo(now.mean(0), within(1e-12));
        assertThat(hindsight.covariance(0, 0)).isCloseTo(now.covariance(0, 0), within(1e-12));
        assertThat(hindsight.covariance(1, 1)).isLessThan(before.covariance(1, 1));
    }

    @Test
    void withoutNewsThereIsNothingToSmooth() {
        GaussianState before = GaussianState.of(new double[] {1, 2}, new double[] {4, 1, 1, 9});
        GaussianState predicted = before.after(new double[] {1, 0.5, 0, 0.8}, NO_DRIFT, new double[] {1, 0, 0, 1});

        assertThat(before.smoothed(new double[] {1, 0.5, 0, 0.8}, predicted, predicted))
                .isEqualTo(before);
    }

    @Test
    void aStateWithoutNoiseIsRefusedInOneLine() {
        GaussianState certain = GaussianState.of(new double[] {1, 2}, new double[] {4, 0, 0, 0});

        assertThatThrownBy(() -> certain.smoothed(STAYS, certain, certain))
                .hasMessage("covariance is singular, pivot 0.0 in row 1; every state needs noise of its own");
    }

    @Test
    void expectedAndVarianceOfACombination() {
        GaussianState belief = GaussianState.of(new double[] {1, 2}, new double[] {4, 1, 1, 9});

        assertThat(belief.expected(new double[] {2, -1})).isZero();
        assertThat(belief.variance(new double[] {2, -1})).isEqualTo(16 - 4 + 9);
    }
}
