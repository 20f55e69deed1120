package org.tidemark.producers.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.series.ObservationStatus;

class FlagsTest {
    @ParameterizedTest
    @CsvSource({
        "'', NORMAL",
        "p, PROVISIONAL",
        "e, ESTIMATED",
        "s, ESTIMATED",
        "b, BREAK",
        "bp, BREAK",
        "pb, BREAK",
        "eb, BREAK",
        "ep, ESTIMATED",
        "u, NORMAL",
        "d, NORMAL",
        "A, NORMAL"
    })
    void theGravestFlagOfEurostatIsTheStatus(String flag, ObservationStatus status) {
        assertThat(Flags.of(flag, "", "").status()).isEqualTo(status);
    }

    @Test
    void theSameLetterMeansAnotherThingInTheSdmxCodeList() {
        assertThat(Flags.of("", "S", "").status()).isEqualTo(ObservationStatus.NORMAL);
        assertThat(Flags.of("", "S", "").note()).isEqualTo("OBS_STATUS S");
    }

    @Test
    void confidentialFiguresAreSuppressedAndFreeOnesAreNot() {
        assertThat(Flags.of("c", "", "").suppressed()).isTrue();
        assertThat(Flags.of("", "Q", "").suppressed()).isTrue();
        assertThat(Flags.of("", "", "N").suppressed()).isTrue();
        assertThat(Flags.of("", "", "F").suppressed()).isFalse();
        assertThat(Flags.of("", "A", "").suppressed()).isFalse();
    }

    @Test
    void aFlagWithoutAWordOfOursIsKeptAsNote() {
        assertThat(Flags.of("bu", "", "").note()).isEqualTo("OBS_FLAG bu");
        assertThat(Flags.of("u", "Preliminary", "").note()).isEqualTo("OBS_FLAG u, OBS_STATUS Preliminary");
        assertThat(Flags.of("bp", "", "").note()).isNull();
    }

    @Test
    void aMissingFigureIsMissingWhateverTheValueSays() {
        assertThat(Flags.of("", "M", "").missing()).isTrue();
        assertThat(Flags.of(":", "", "").missing()).isTrue();
    }
}
