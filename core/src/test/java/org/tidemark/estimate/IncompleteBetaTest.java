package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Beta;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncompleteBetaTest {
    @ParameterizedTest
    @CsvSource({
        "2.3, 7.7, 0.23",
        "2.3, 7.7, 0.001",
        "2.3, 7.7, 0.95",
        "0.5, 0.5, 0.3",
        "0.3, 4, 0.02",
        "5, 1, 0.7",
        "900, 8100, 0.1",
        "900, 8100, 0.09",
        "100000, 900000, 0.1002",
        "22, 0.5, 0.99"
    })
    void agreesWithHipparchus(double a, double b, double x) {
        double expected = Beta.regularizedBeta(x, a, b);

        assertThat(IncompleteBeta.regularised(a, b, x)).isCloseTo(expected, within(1e-9 * expected + 1e-15));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0.37, 0.37", "1, 2, 0.5, 0.75", "3, 1, 0.5, 0.125", "2, 2, -1, 0", "2, 2, 1.5, 1"})
    void isTheKnownValueWhereThereIsOne(double a, double b, double x, double expected) {
        assertThat(IncompleteBeta.regularised(a, b, x)).isCloseTo(expected, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, -1", "NaN, 1"})
    void refusesParametersThatAreNotPositive(double a, double b) {
        assertThatThrownBy(() -> IncompleteBeta.regularised(a, b, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0");
    }
}
