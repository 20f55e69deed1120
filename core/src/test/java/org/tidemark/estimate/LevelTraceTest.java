package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevelTraceTest {
    @Test
    void probabilityBetweenTwoPointsLiesOnTheLineBetweenThem() {
        LevelTrace trace = LevelTrace.fromArray(new double[] {2020, -2, 0.1, 2021, -1, 0.1});

        assertThat(trace.above(2020, -2)).isCloseTo(0.5, within(1e-12));
        assertThat(trace.above(2020.5, -1.5)).isCloseTo(0.5, within(1e-12));
        assertThat(trace.above(2021, -1)).isCloseTo(0.5, within(1e-12));
        assertThat(trace.above(2020, -2.1)).isCloseTo(StandardNormal.cdf(1), within(1e-9));
    }

    @Test
    void betweenPointsLessIsKnownThanAtThem() {
        LevelTrace trace = LevelTrace.fromArray(new double[] {2020, -2, 0.1, 2024, -2, 0.1});

        assertThat(trace.above(2022, -1.9)).isGreaterThan(trace.above(2020, -1.9));
        assertThat(trace.above(2022, -1.9)).isLessThan(0.5);
    }

    @Test
    void gompertzBeliefsAreTracedInLogits() {
        LevelTrace trace = LevelTrace.NONE.append(FilterBank.begin(new Measurement(2020, 0.2, 0)));

        assertThat(trace.above(2020, Link.LOGIT.of(0.19))).isGreaterThan(0.99);
        assertThat(trace.above(2020, Link.LOGIT.of(0.21))).isLessThan(0.01);
    }

    @Test
    void numbersThatAreNoPointsAreRefused() {
        assertThatThrownBy(() -> LevelTrace.fromArray(new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 4 numbers");
    }
}
