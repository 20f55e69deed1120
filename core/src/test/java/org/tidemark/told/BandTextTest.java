package org.tidemark.told;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.estimate.Banded;

/** Digits follow the band. */
class BandTextTest {
    private static Banded band(double value, double lower, double upper) {
        return new Banded(value, lower, upper, lower - 1, upper + 1);
    }

    @DisplayName("12.7, 9 to 18, not 12.666")
    @ParameterizedTest
    @CsvSource({
        "12.666, 9.02, 18.4, 12.7 (9 to 18)",
        "19.884, 19.43, 20.41, 19.9 (19.4 to 20.4)",
        "2.26, 0.44, 7.3, 2.3 (0.4 to 7.3)",
        "0.4051, 0.2592, 0.5521, 0.41 (0.26 to 0.55)",
        "70.02, 55, 84, 70.0 (55 to 84)",
        "-0.04, -0.9, 0.8, 0.0 (-0.9 to 0.8)",
        "5, 5, 5, 5.000 (5.000 to 5.000)",
        "3, 3, 9, 3.0 (3 to 9)",
    })
    void theDigitsFollowTheBand(double value, double lower, double upper, String text) {
        assertThat(BandText.of(band(value, lower, upper))).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"7.04, 5.1, 9.3, +7.0 (+5.1 to +9.3)", "-0.26, -1.4, 0.9, -0.3 (-1.4 to +0.9)"})
    void aSpeedHasItsSign(double value, double lower, double upper, String text) {
        assertThat(BandText.signed(band(value, lower, upper))).hasToString(text);
    }

    @Property
    void noEndIsMovedByMoreThanASixthOfTheNarrowerHalf(
            @ForAll @DoubleRange(min = 0, max = 100) double value,
            @ForAll @DoubleRange(min = 0.05, max = 40) double below,
            @ForAll @DoubleRange(min = 0.05, max = 40) double above) {
        Banded band = band(value, value - below, value + above);
        BandText text = BandText.of(band);

        double most = Math.min(below, above) / 6;
        assertThat(Math.abs(Double.parseDouble(text.lower80()) - band.lower80()))
                .isLessThanOrEqualTo(most + 1e-9);
        assertThat(Math.abs(Double.parseDouble(text.upper80()) - band.upper80()))
                .isLessThanOrEqualTo(most + 1e-9);
    }
}
