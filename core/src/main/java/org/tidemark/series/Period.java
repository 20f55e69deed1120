package org.tidemark.series;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A reference period: what a figure is about. Both days belong to it.
 *
 * @param start first day
 * @param end last day, on or after {@code start}
 */
public record Period(LocalDate start, LocalDate end) implements Comparable<Period> {
    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::start).thenComparing(Period::end);
    private static final int YEAR_MIN = 1;
    private static final int YEAR_MAX = 9999;

    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "period %s/%s ends before it begins; write the earlier day first".formatted(start, end));
        }
        if (start.getYear() < YEAR_MIN || end.getYear() > YEAR_MAX) {
            throw new IllegalArgumentException(
                    "period %s/%s is outside the years %d to %d".formatted(start, end, YEAR_MIN, YEAR_MAX));
        }
    }

    /**
     * Reads {@code 2024}, {@code 2024-H1}, {@code 2024-Q3}, {@code 2024-05}, {@code 2024-W07} (ISO week), {@code
     * 2024-05-17} or {@code 2024-05-06/2024-05-19}.
     *
     * @throws IllegalArgumentException when the text is none of these; the message says what would be
     */
    public static Period parse(String text) {
        return PeriodText.parse(text);
    }

    public static Period day(LocalDate day) {
        return new Period(day, day);
    }

    /** The trailing window of {@code days} days that ends on {@code last}. */
    public static Period trailing(int days, LocalDate last) {
        return new Period(last.minusDays(days - 1L), last);
    }

    /** The shortest of the forms that {@link #parse} reads. */
    public String label() {
        return PeriodText.label(this);
    }

    /** Length in days, at least 1. */
    public long days() {
        return end.toEpochDay() - start.toEpochDay() + 1;
    }

    /** Event time of the filter: the middle of the period in fractional calendar years. */
    public double midYear() {
        long days = days();
        double half = days % 2 == 0 ? 0.0 : 0.5;
        int daysInYear = start.lengthOfYear();
        long middle = start.getDayOfYear() + days / 2;
        // Figures are sorted by this: mostly the middle lies in the year of the start, and no date need be made for it.
        return middle <= daysInYear
                ? start.getYear() + (middle - 1 + half) / daysInYear
                : EventTime.ofDay(start.plusDays(days / 2), half);
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return label();
    }
}
