package org.tidemark.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.StandardNormal;

/** What five quantiles say of any other bound. */
class BandProbabilityTest {
    private static final double Z80 = 1.2815515655446004;
    private static final double Z95 = 1.959963984540054;
    private static final Banded NORMAL = new Banded(10, 10 - 2 * Z80, 10 + 2 * Z80, 10 - 2 * Z95, 10 + 2 * Z95);

    /** Of a normal the joined scores are its own, inside the band and beyond it. */
    @ParameterizedTest
    @CsvSource({"0", "5.2", "8", "9.99", "10", "11.7", "13.5", "18"})
    void ofANormalItIsExact(double bound) {
        assertThat(BandProbability.above(NORMAL, bound))
                .isCloseTo(1 - StandardNormal.cdf((bound - 10) / 2), within(1e-12));
    }

    @Test
    void thePublishedQuantilesComeBack() {
        Banded skewed = new Banded(12, 10, 20, 9, 40);

        assertThat(BandProbability.percentAbove(skewed, 9)).isCloseTo(0.975, within(1e-9));
        assertThat(BandProbability.percentAbove(skewed, 10)).isCloseTo(0.9, within(1e-9));
        assertThat(BandProbability.percentAbove(skewed, 12)).isCloseTo(0.5, within(1e-9));
        assertThat(BandProbability.percentAbove(skewed, 20)).isCloseTo(0.1, within(1e-9));
        assertThat(BandProbability.percentAbove(skewed, 40)).isCloseTo(0.025, within(1e-9));
    }

    @Test
    void ofANormalInLogitsItIsExactToo() {
        double sd = 0.4;
        Banded band = new Banded(10, logistic(-Z80), logistic(Z80), logistic(-Z95), logistic(Z95));

        assertThat(BandProbability.percentAbove(band, 25))
                .isCloseTo(1 - StandardNormal.cdf((Math.log(1.0 / 3) - Math.log(1.0 / 9)) / sd), within(1e-9));
    }

    private static double logistic(double z) {
        return 100 / (1 + Math.exp(-(Math.log(1.0 / 9) + 0.4 * z)));
    }

    @Test
    void aNumberWithoutABandIsAboveOrNot() {
        Banded sure = new Banded(10, 10, 10, 10, 10);

        assertThat(BandProbability.above(sure, 9.999)).isGreaterThan(1 - 1e-12);
        assertThat(BandProbability.above(sure, 10.001)).isLessThan(1e-12);
    }
}
