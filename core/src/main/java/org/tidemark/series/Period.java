package org.tidemark.series;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A reference period: what a figure is about. Both days belong to it. Its length and its middle are worked out once, since
 * figures are sorted by them wherever they are read.
 */
public final class Period implements Comparable<Period> {
    /** By event time, then length: the order in which the figures of a series are read. */
    public static final Comparator<Period> BY_TIME = Comparator.comparingDouble(Period::midYear)
            .thenComparingLong(Period::days)
            .thenComparing(Period::start);

    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::start).thenComparing(Period::end);
    private static final int YEAR_MIN = 1;
    private static final int YEAR_MAX = 9999;

    private final LocalDate start;
    private final LocalDate end;
    private final long days;
    private final double midYear;

    /**
     * The period between two days.
     *
     * @param start first day
     * @param end last day, on or after {@code start}
     */
    public Period(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "period %s/%s ends before it begins; write the earlier day first".formatted(start, end));
        }
        if (start.getYear() < YEAR_MIN || end.getYear() > YEAR_MAX) {
            throw new IllegalArgumentException(
                    "period %s/%s is outside the years %d to %d".formatted(start, end, YEAR_MIN, YEAR_MAX));
        }
        this.start = start;
        this.end = end;
        this.days = end.toEpochDay() - start.toEpochDay() + 1;
        this.midYear = EventTime.ofDay(start.plusDays(days / 2), days % 2 == 0 ? 0.0 : 0.5);
    }

    /** The first day. */
    public LocalDate start() {
        return start;
    }

    /** The last day, on or after the first. */
    public LocalDate end() {
        return end;
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
        return days;
    }

    /** The day that a level of the period is of, and from which years ahead are counted, as the filters count. */
    public LocalDate middle() {
        return start.plusDays(days() / 2);
    }

    /** Event time of the filter: the middle of the period in fractional calendar years. */
    public double midYear() {
        return midYear;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Period that && start.equals(that.start) && end.equals(that.end));
    }

    @Override
    public int hashCode() {
        return 31 * start.hashCode() + end.hashCode();
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
