package org.tidemark.series;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Months, quarters and years of the calendar, and weeks that begin on Monday. */
public final class Spans {
    private static final int MONTHS_OF_A_QUARTER = 3;

    private Spans() {}

    /**
     * The one that a day lies in.
     *
     * @param every week, month, quarter or year; any other word is the day itself
     */
    public static Period containing(LocalDate day, String every) {
        LocalDate month = day.withDayOfMonth(1);
        return switch (every) {
            case "week" -> {
                LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
                yield new Period(monday, monday.plusDays(6));
            }
            case "month" -> new Period(month, month.with(TemporalAdjusters.lastDayOfMonth()));
            case "quarter" -> {
                LocalDate first = month.minusMonths((month.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
                yield new Period(first, first.plusMonths(MONTHS_OF_A_QUARTER).minusDays(1));
            }
            case "year" -> new Period(day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear()));
            default -> Period.day(day);
        };
    }
}
