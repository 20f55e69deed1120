package org.tidemark.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2024-01-01T00:00:00Z, 2024.0",
        "2024-07-02T00:00:00Z, 2024.5",
        "2023-07-02T12:00:00Z, 2023.5",
        "1970-01-01T00:00:00Z, 1970.0",
        "1969-07-02T12:00:00Z, 1969.5",
        "1650-07-02T12:00:00Z, 1650.5",
    })
    void anInstantIsItsYearAndThePartOfThatYearThatHasPassed(Instant instant, double year) {
        assertThat(EventTime.ofInstant(instant)).isEqualTo(year);
    }

    @Test
    void theLastMillisecondOfAYearStillBelongsToIt() {
        double last = EventTime.ofInstant(Instant.parse("2023-12-31T23:59:59.999Z"));

        assertThat(last).isLessThan(2024).isCloseTo(2024, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "2024.0, 2024-01-01",
        "2024.5, 2024-07-02",
        "2023.5, 2023-07-02",
        "2023.999999, 2023-12-31",
        "1969.5, 1969-07-02",
        "1650.0, 1650-01-01",
    })
    void aFractionalYearFallsOnADay(double year, LocalDate day) {
        assertThat(EventTime.toDay(year)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300, 0.5, 10_000})
    void aYearOutsideTheCalendarIsRefused(double year) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTime.toDay(year))
                .withMessage("year %s falls on no day of the years 1 to 9999", year);
    }
}
