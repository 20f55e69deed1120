package org.tidemark.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2024,       2024-01-01, 2024-12-31",
        "2024-H1,    2024-01-01, 2024-06-30",
        "2024-H2,    2024-07-01, 2024-12-31",
        "2023-Q1,    2023-01-01, 2023-03-31",
        "2024-Q1,    2024-01-01, 2024-03-31",
        "2024-Q3,    2024-07-01, 2024-09-30",
        "2024-Q4,    2024-10-01, 2024-12-31",
        "2023-02,    2023-02-01, 2023-02-28",
        "2024-02,    2024-02-01, 2024-02-29",
        "1900-02,    1900-02-01, 1900-02-28",
        "2000-02,    2000-02-01, 2000-02-29",
        "2024-12,    2024-12-01, 2024-12-31",
        "2024-W07,   2024-02-12, 2024-02-18",
        "2024-W01,   2024-01-01, 2024-01-07",
        "2021-W01,   2021-01-04, 2021-01-10",
        "2020-W01,   2019-12-30, 2020-01-05",
        "2020-W53,   2020-12-28, 2021-01-03",
        "2024-05-17, 2024-05-17, 2024-05-17",
        "2024-02-29, 2024-02-29, 2024-02-29",
        "2024-05-06/2024-05-19, 2024-05-06, 2024-05-19",
        "2023-12-25/2024-01-07, 2023-12-25, 2024-01-07",
        "1650-Q2,    1650-04-01, 1650-06-30",
        "0001,       0001-01-01, 0001-12-31",
        "9999,       9999-01-01, 9999-12-31",
    })
    void everyWrittenFormCoversItsDaysAndIsItsOwnLabel(String text, LocalDate start, LocalDate end) {
        Period period = Period.parse(text);

        assertThat(period).isEqualTo(new Period(start, end));
        assertThat(period.label()).isEqualTo(text);
        assertThat(period).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01/2024-12-31, 2024",
        "2024-07-01/2024-12-31, 2024-H2",
        "2024-04-01/2024-06-30, 2024-Q2",
        "2024-02-01/2024-02-29, 2024-02",
        "2024-05-17/2024-05-17, 2024-05-17",
        "2024-02-12/2024-02-18, 2024-W07",
        "2019-12-30/2020-01-05, 2020-W01",
    })
    void aSpanWithAShorterFormIsLabelledByIt(String span, String label) {
        assertThat(Period.parse(span).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-01/2024-02-28", // one day short of a leap February
                "2024-02-01/2024-04-30", // three months that are no quarter
                "2024-04-01/2024-09-30", // six months that are no half
                "2023-07-01/2024-06-30", // twelve months that are no calendar year
                "2023-01-01/2024-12-31", // two years
                "2024-02-13/2024-02-19", // seven days from a Tuesday
                "2024-02-12/2024-02-25", // two weeks
            })
    void aSpanWithoutAShorterFormStaysASpan(String span) {
        assertThat(Period.parse(span).label()).isEqualTo(span);
    }

    @Test
    void blanksAroundThePeriodAreNoPartOfIt() {
        assertThat(Period.parse(" 2024-Q3\t")).isEqualTo(Period.parse("2024-Q3"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1903, 1970, 1976, 1998, 2004, 2009, 2015, 2020, 2026, 2032})
    void aLongYearHasA53rdWeek(int year) {
        Period last = Period.parse(year + "-W53");

        assertThat(last.end().plusDays(1))
                .isEqualTo(Period.parse(year + 1 + "-W01").start());
    }

    @ParameterizedTest
    @ValueSource(ints = {1969, 2000, 2019, 2021, 2022, 2023, 2024, 2025})
    void aShortYearHasNo53rdWeekThatRollsOver(int year) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(year + "-W53"))
                .withMessageContaining("'" + year + "-W53' names no day of the calendar; write it as 2024,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "1900-02-29",
                "2024-02-30",
                "2024-04-31",
                "2024-13",
                "2024-00",
                "2024-00-10",
                "2024-W00",
                "2024-W54",
                "2024-W99",
                "2023-02-29/2023-03-05"
            })
    void aDayThatDoesNotExistIsNamedAndRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessageContaining("'" + text + "' names no day of the calendar; write it as 2024,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "20245",
                "2024Q3",
                "2024-Q5",
                "2024-Q0",
                "2024-q3",
                "2024-H3",
                "2024-5",
                "2024-W7",
                "2024/05",
                "05/2024",
                "17.05.2024",
                "-2024",
                "+12024",
                "2024-05-17T00:00:00Z",
                "2024-05-06/",
                "/2024-05-06",
                "2024-05/2024-06",
                "2024-05-06/2024-05-19/2024-05-20",
                "٢٠٢٤",
                "NaN"
            })
    void aTextOfNoKnownFormIsRefusedWithTheForms(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessageContaining("'" + text + "' is no period")
                .withMessageContaining(
                        "write it as 2024, 2024-H1, 2024-Q3, 2024-05, 2024-W07, 2024-05-17 or 2024-05-06/2024-05-19");
    }

    @Test
    void aRefusalStaysOneShortLineWhateverWasWritten() {
        String hostile = "2024-05\n17\r\u2028\u0007" + "9".repeat(100_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(hostile))
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(200))
                .withMessageNotContainingAny("\n", "\r", "\u2028", "\u0007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-05-19/2024-05-06", "2024-01-01/2023-12-31"})
    void aPeriodThatEndsBeforeItBeginsIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessage("period %s ends before it begins; write the earlier day first", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0000-12", "9999-W52", "0000-12-31/0001-01-01"})
    void aPeriodOutsideTheYearsOfAWrittenDateIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessageContaining("outside the years 1 to 9999");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1582, 1650, 1899, 1900, 1969, 1970, 1999, 2000, 2023, 2024, 9999})
    void theMiddleOfACalendarYearIsExactlyHalfPastIt(int year) {
        double middle = Period.parse("%04d".formatted(year)).midYear();

        assertThat(middle).isEqualTo(year + 0.5);
    }

    @ParameterizedTest
    @CsvSource({
        // day of the middle (from 0, noon = .5), days of that year
        "2024-H1, 2024,  91,   366",
        "2023-H1, 2023,  90.5, 365",
        "2024-H2, 2024, 274,   366",
        "2024-Q1, 2024,  45.5, 366",
        "2023-Q4, 2023, 319,   365",
        "2024-02, 2024,  45.5, 366",
        "2023-02, 2023,  45,   365",
        "2024-12, 2024, 350.5, 366",
        "2024-W07, 2024, 45.5, 366",
        "2024-05-17, 2024, 137.5, 366",
        "1650-01, 1650, 15.5, 365",
        "1969-12, 1969, 349.5, 365",
    })
    void theMiddleIsCountedInDaysOfItsOwnYear(String text, int year, double day, double daysOfYear) {
        assertThat(Period.parse(text).midYear()).isEqualTo(year + day / daysOfYear);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-W53, 2020, 365.5, 366",
        "2020-W01, 2020,   1.5, 366",
        "2019-12-30/2020-01-12, 2020, 5, 366",
        "2023-12-25/2024-01-07, 2024, 0, 366",
        "2023-12-18/2023-12-31, 2023, 358, 365",
        "2023-07-01/2024-06-30, 2023, 364, 365",
    })
    void theMiddleOfAPeriodAcrossTheNewYearLiesInTheYearItFallsIn(String text, int year, double day, double days) {
        assertThat(Period.parse(text).midYear()).isEqualTo(year + day / days);
    }

    @Test
    void periodsAreOrderedByTheirFirstDayThenByTheirLast() {
        List<Period> ordered = Stream.of("0987", "1650", "1969-12-31", "2024-01-01", "2024-01", "2024", "2024-01-02")
                .map(Period::parse)
                .toList();

        assertThat(ordered.stream().sorted(java.util.Comparator.reverseOrder()).sorted())
                .containsExactlyElementsOf(ordered);
    }

    @Test
    void aTrailingWindowEndsOnItsLastDay() {
        Period week = Period.trailing(7, LocalDate.of(2024, 3, 1));

        assertThat(week).isEqualTo(Period.parse("2024-02-24/2024-03-01"));
        assertThat(week.days()).isEqualTo(7);
        assertThat(Period.day(LocalDate.of(2024, 3, 1)).days()).isEqualTo(1);
    }
}
