package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkTest {
    @ParameterizedTest
    @EnumSource
    void linkIsTheInverseOfItsCurve(Link link) {
        for (double share = 0.001; share < 1; share += 0.001) {
            assertThat(link.share(link.of(share))).isCloseTo(share, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void slopeIsTheDerivativeOfTheCurve(Link link) {
        double h = 1e-6;
        for (double x = -1.7; x < 5; x += 0.1) {
            double difference = (link.share(x + h) - link.share(x - h)) / (2 * h);
            assertThat(link.slope(x)).isCloseTo(difference, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void logitsOfTheCurveAreThoseOfTheShare(Link link) {
        for (double x = -1.7; x < 5; x += 0.1) {
            double p = link.share(x);
            assertThat(link.logit(x)).isCloseTo(Math.log(p / (1 - p)), within(1e-11));
            assertThat(link.logitsPerUnit(x)).isCloseTo(link.slope(x) / (p * (1 - p)), within(1e-11));
        }
    }

    @ParameterizedTest
    @EnumSource
    void farEndsStayFinite(Link link) {
        for (double x : new double[] {-1000, -30, 30, 1000}) {
            assertThat(link.share(x)).isBetween(0.0, 1.0);
            assertThat(link.slope(x)).isBetween(0.0, 1.0);
        }
        for (double x : new double[] {-30, 30}) {
            assertThat(link.logit(x)).isFinite();
            assertThat(link.logitsPerUnit(x)).isFinite().isPositive();
        }
    }
}
