package org.tidemark.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {
    private static final String REMEDY = "write 2024-05, 2024-05-17 or 2024-05-17T12:30:00Z";

    @ParameterizedTest
    @CsvSource({
        "2024-05-17, 2024-05-17T23:59:59.999Z",
        "2024-02-29, 2024-02-29T23:59:59.999Z",
        "2023-12-31, 2023-12-31T23:59:59.999Z",
        "1965-03-01, 1965-03-01T23:59:59.999Z",
    })
    void aDayIsItsLastMillisecond(String text, Instant instant) {
        assertThat(PublicationDate.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02, 2024-02-29T23:59:59.999Z",
        "2023-02, 2023-02-28T23:59:59.999Z",
        "2024-12, 2024-12-31T23:59:59.999Z",
    })
    void aMonthIsTheLastMillisecondOfItsLastDay(String text, Instant instant) {
        assertThat(PublicationDate.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-17T12:30:00Z,             2024-05-17T12:30:00Z",
        "2024-05-17T12:30Z,                2024-05-17T12:30:00Z",
        "2024-05-17T00:30:00+02:00,        2024-05-16T22:30:00Z",
        "2024-12-31T20:00:00-05:00,        2025-01-01T01:00:00Z",
        "2024-05-17T12:30:00.123Z,         2024-05-17T12:30:00.123Z",
    })
    void anInstantIsReadWithItsOffset(String text, Instant instant) {
        assertThat(PublicationDate.parse(text)).isEqualTo(instant);
    }

    @Test
    void whatIsFinerThanAMillisecondIsDroppedBecauseNoRecordCanCarryIt() {
        assertThat(PublicationDate.parse("2024-05-17T12:30:00.123999999Z"))
                .isEqualTo(Instant.parse("2024-05-17T12:30:00.123Z"));
    }

    @Test
    void blanksAroundTheDateAreNoPartOfIt() {
        assertThat(PublicationDate.parse(" 2024-05-17 ")).isEqualTo(PublicationDate.parse("2024-05-17"));
    }

    @Test
    void theEndOfADayIsOneMillisecondBeforeTheNext() {
        assertThat(PublicationDate.endOf(LocalDate.of(2024, 2, 28))).isEqualTo("2024-02-28T23:59:59.999Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-5",
                "2024-13",
                "2024/05",
                "17/5/24",
                "17/05/2024",
                "2023-02-29",
                "2024-05-17T12:30:00",
                "2024-05-17 12:30:00Z",
                "2024-05-17T25:00:00Z",
                "May 2024",
                "yesterday"
            })
    void whatIsNoDateIsRefusedWithTheForms(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicationDate.parse(text))
                .withMessage("'%s' is no publication date; %s", text, REMEDY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31",
                "0000-05",
                "-999-05-17",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z"
            })
    void aYearThatNoRecordCanCarryIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicationDate.parse(text))
                .withMessageContaining("'" + text + "' is no publication date")
                .withMessageContaining(REMEDY);
    }
}
