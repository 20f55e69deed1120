package org.tidemark.series;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The written forms of a {@link Period}. */
final class PeriodText {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern HALF = Pattern.compile("(\\d{4})-H([12])");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SPAN = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})/(\\d{4}-\\d{2}-\\d{2})");
    private static final String FORMS =
            "2024, 2024-H1, 2024-Q3, 2024-05, 2024-W07, 2024-05-17 or 2024-05-06/2024-05-19";

    private PeriodText() {}

    static Period parse(String text) {
        try {
            return match(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "period '%s' names no day of the calendar; write it as %s".formatted(Excerpt.of(text), FORMS));
        }
    }

    private static Period match(String text) {
        Matcher m = YEAR.matcher(text);
        if (m.matches()) {
            return months(number(m, 1), 1, 12);
        }
        m = HALF.matcher(text);
        if (m.matches()) {
            return months(number(m, 1), number(m, 2) * 6 - 5, 6);
        }
        m = QUARTER.matcher(text);
        if (m.matches()) {
            return months(number(m, 1), number(m, 2) * 3 - 2, 3);
        }
        m = MONTH.matcher(text);
        if (m.matches()) {
            return months(number(m, 1), number(m, 2), 1);
        }
        return matchDays(text);
    }

    private static Period matchDays(String text) {
        Matcher m = WEEK.matcher(text);
        if (m.matches()) {
            return week(number(m, 1), number(m, 2));
        }
        if (DAY.matcher(text).matches()) {
            return Period.day(LocalDate.parse(text));
        }
        m = SPAN.matcher(text);
        if (m.matches()) {
            return new Period(LocalDate.parse(m.group(1)), LocalDate.parse(m.group(2)));
        }
        throw new IllegalArgumentException("'%s' is no period; write it as %s".formatted(Excerpt.of(text), FORMS));
    }

    private static Period months(int year, int firstMonth, int count) {
        YearMonth first = YearMonth.of(year, firstMonth);
        return new Period(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }

    private static Period week(int year, int week) {
        // 4 January lies in week 1 of every ISO year; a 53rd week exists in some years only, else it would roll over.
        LocalDate inFirst = LocalDate.of(year, 1, 4);
        LocalDate monday = inFirst.with(DayOfWeek.MONDAY).plusWeeks(week - 1L);
        if (week < 1 || monday.get(IsoFields.WEEK_BASED_YEAR) != year) {
            throw new DateTimeException("no such week");
        }
        return new Period(monday, monday.plusDays(6));
    }

    static String label(Period p) {
        LocalDate start = p.start();
        LocalDate end = p.end();
        if (start.equals(end)) {
            return start.toString();
        }
        if (start.getDayOfMonth() == 1 && end.equals(YearMonth.from(end).atEndOfMonth())) {
            String months = monthsLabel(start, end);
            if (months != null) {
                return months;
            }
        }
        return isWeek(p) ? weekLabel(start) : start + "/" + end;
    }

    private static boolean isWeek(Period p) {
        return p.start().getDayOfWeek() == DayOfWeek.MONDAY && p.days() == 7;
    }

    private static String weekLabel(LocalDate monday) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static @Nullable String monthsLabel(LocalDate start, LocalDate end) {
        int count = (end.getYear() - start.getYear()) * 12 + end.getMonthValue() - start.getMonthValue() + 1;
        int first = start.getMonthValue() - 1;
        String year = String.format(Locale.ROOT, "%04d", start.getYear());
        if (count == 12 && first == 0) {
            return year;
        }
        if (count == 6 && first % 6 == 0) {
            return year + "-H" + (first / 6 + 1);
        }
        if (count == 3 && first % 3 == 0) {
            return year + "-Q" + (first / 3 + 1);
        }
        return count == 1 ? year + String.format(Locale.ROOT, "-%02d", first + 1) : null;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
