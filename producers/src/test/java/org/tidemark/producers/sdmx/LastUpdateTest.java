package org.tidemark.producers.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastUpdateTest {
    @Test
    void theDayComesFirstAndTheClockIsThatOfBrussels() {
        assertThat(LastUpdate.read("11/12/25 11:00:00")).contains(Instant.parse("2025-12-11T10:00:00Z"));
        assertThat(LastUpdate.read("05/06/25 23:00:00")).contains(Instant.parse("2025-06-05T21:00:00Z"));
    }

    @Test
    void anInstantInIsoFormIsReadToo() {
        assertThat(LastUpdate.read("2025-12-11T11:00:00+01:00")).contains(Instant.parse("2025-12-11T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12/31/25 11:00:00", "31/02/25 11:00:00", "yesterday"})
    void whatIsNeitherIsNoDate(String text) {
        assertThat(LastUpdate.read(text)).isEmpty();
    }
}
