package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardNormalTest {
    /** References computed with 40 digits (mpmath 1.3, ncdf). */
    @ParameterizedTest
    @CsvSource({
        "-37.0, 5.725571222524577e-300",
        "-20.0, 2.7536241186062337e-89",
        "-10.0, 7.619853024160525e-24",
        "-6.0, 9.86587645037698e-10",
        "-5.0, 2.866515718791939e-07",
        "-3.0, 0.0013498980316300946",
        "-2.0, 0.02275013194817921",
        "-1.5, 0.06680720126885807",
        "-1.0, 0.15865525393145705",
        "-0.71, 0.23885206808998674",
        "-0.7, 0.24196365222307303",
        "-0.1, 0.460172162722971",
        "0.0, 0.5",
        "0.3, 0.6179114221889527",
        "1.0, 0.8413447460685429",
        "2.5, 0.9937903346742238",
        "8.0, 0.9999999999999993"
    })
    void distributionFunctionIsExactIntoTheTails(double z, double expected) {
        double relative = StandardNormal.cdf(z) / expected - 1;

        assertThat(relative).isCloseTo(0, within(2e-13));
    }

    @Test
    void branchesMeetWithoutAStep() {
        double seriesEnd = StandardNormal.erfc(Math.nextDown(0.5));
        double trapezoidStart = StandardNormal.erfc(0.5);
        double corrected = StandardNormal.erfc(Math.nextDown(5.0));
        double uncorrected = StandardNormal.erfc(5);

        assertThat(seriesEnd).isCloseTo(trapezoidStart, within(1e-15));
        assertThat(corrected / uncorrected).isCloseTo(1, within(1e-13));
    }

    @Test
    void infinityIsCertain() {
        assertThat(StandardNormal.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StandardNormal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void bothTailsSumToOne() {
        for (double z = 0; z < 9; z += 0.01) {
            assertThat(StandardNormal.cdf(z) + StandardNormal.cdf(-z)).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void nodesAreTheMiddlesOfEqualParts() {
        for (int i = 0; i < StandardNormal.NODES; i++) {
            assertThat(StandardNormal.cdf(StandardNormal.node(i))).isCloseTo((i + 0.5) / 31, within(1e-15));
        }
    }

    @Test
    void bandWidthsAreTheirQuantiles() {
        assertThat(StandardNormal.cdf(StandardNormal.Z90)).isCloseTo(0.9, within(1e-15));
        assertThat(StandardNormal.cdf(StandardNormal.Z975)).isCloseTo(0.975, within(1e-15));
    }
}
