package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OuStepTest {
    /** On both sides of the change from series to closed form (k d = 0.01), and where both would cancel. */
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1e-9, 1", "0.3, 0.002", "0.3, 0.0333", "0.3, 0.0334", "0.3, 0.5", "0.3, 40", "2, 10"})
    void noiseIsTheIntegralThatItStandsFor(double reversion, double years) {
        OuSpeed dynamics = new OuSpeed(reversion, 0.11, 0);

        OuStep step = dynamics.over(years);

        RealMatrix q = StateSpaceCase.noise(dynamics, years, 0, 2);
        assertThat(step.q11() / q.getEntry(0, 0)).isCloseTo(1, within(1e-10));
        assertThat(step.q12() / q.getEntry(0, 1)).isCloseTo(1, within(1e-10));
        assertThat(step.q22() / q.getEntry(1, 1)).isCloseTo(1, within(1e-10));
    }

    @Test
    void twoHalvesAreTheWholeStep() {
        double[] whole = {-2, 0.4, 0.02, 0.01, 0.1};
        double[] halves = whole.clone();
        OuSpeed dynamics = new OuSpeed(0.3, 0.11, 0.06);

        dynamics.over(1).advance(whole, 0, 0.1, 1.7);
        dynamics.over(0.5).advance(halves, 0, 0.1, 1.7);
        dynamics.over(0.5).advance(halves, 0, 0.1, 1.7);

        assertThat(halves).containsExactly(whole, within(1e-12));
    }

    @Test
    void stepOfNoTimeChangesNothing() {
        double[] belief = {-2, 0.4, 0.02, 0.01, 0.1};

        new OuSpeed(0.3, 0.11, 0.06).over(0).advance(belief, 0, 0.1, 1);

        assertThat(belief).containsExactly(-2, 0.4, 0.02, 0.01, 0.1);
    }

    @Test
    void negativeStepIsRefused() {
        OuSpeed dynamics = new OuSpeed(0.3, 0.11, 0.06);

        assertThatThrownBy(() -> dynamics.over(-0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fold figures in order of time");
        assertThatThrownBy(() -> new OuSpeed(-1, 0.11, 0.06)).isInstanceOf(IllegalArgumentException.class);
    }
}
