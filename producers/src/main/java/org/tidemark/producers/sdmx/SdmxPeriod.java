package org.tidemark.producers.sdmx;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;

/** The forms of TIME_PERIOD in SDMX: calendar dates, and reporting periods that begin with the calendar year. */
final class SdmxPeriod {
    private static final Pattern PART =
            Pattern.compile("(?<year>\\d{4})-(?<kind>[ASHBTQMWD])(?<number>\\d{1,3})", Pattern.CASE_INSENSITIVE);
    private static final Pattern CALENDAR = Pattern.compile("\\d{4}(-\\d{2}){0,2}");
    private static final String FORMS =
            "2024, 2024-S1, 2024-T1, 2024-Q3, 2024-05, 2024-M05, 2024-W07, 2024-D136 or 2024-05-17";

    private SdmxPeriod() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    static Period parse(String text) {
        Matcher part = PART.matcher(text);
        try {
            if (part.matches()) {
                return part(
                        part.group("year"),
                        Character.toUpperCase(part.group("kind").charAt(0)),
                        Integer.parseInt(part.group("number")));
            }
            if (CALENDAR.matcher(text).matches()) {
                return Period.parse(text);
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw noPeriod(text, e);
        }
        throw noPeriod(text, null);
    }

    private static Period part(String year, char kind, int number) {
        return switch (kind) {
            case 'A' -> months(year, number, 12);
            // Half-years are S (semester) in SDMX 2.1 and 3.0; B and H are the letters of older systems.
            case 'S', 'H', 'B' -> months(year, number, 6);
            case 'T' -> months(year, number, 4);
            case 'Q' -> months(year, number, 3);
            case 'M' -> months(year, number, 1);
            case 'D' -> Period.day(LocalDate.ofYearDay(Integer.parseInt(year), number));
            default -> Period.parse("%s-W%02d".formatted(year, number));
        };
    }

    private static Period months(String year, int number, int length) {
        if (number < 1 || number * length > 12) {
            throw new DateTimeException("a year has no such part");
        }
        YearMonth first = YearMonth.of(Integer.parseInt(year), (number - 1) * length + 1);
        return new Period(first.atDay(1), first.plusMonths(length - 1L).atEndOfMonth());
    }

    private static IllegalArgumentException noPeriod(String text, @Nullable Throwable cause) {
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
        return new IllegalArgumentException("TIME_PERIOD '%s' is no period; write %s".formatted(shown, FORMS), cause);
    }
}
