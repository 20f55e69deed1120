package org.tidemark.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Time as the filters count it: calendar years with the fraction of that year, so calendar years are 1.0 apart. */
public final class EventTime {
    private static final double NANOS_PER_DAY = 86_400e9;

    // A day's first instant as a double may lie a hair before that day: a double of year 9999 is exact to 7e-10 days.
    private static final double ROUNDING_DAYS = 1e-8;

    private EventTime() {}

    /** Fractional calendar year of an instant, UTC. */
    public static double ofInstant(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return ofDay(utc.toLocalDate(), utc.toLocalTime().toNanoOfDay() / NANOS_PER_DAY);
    }

    /**
     * The day that a fractional calendar year falls on.
     *
     * @throws IllegalArgumentException when it falls on none of the years 1 to 9999
     */
    public static LocalDate toDay(double year) {
        if (!(year >= 1 && year < 10_000)) {
            throw new IllegalArgumentException("year %s falls on no day of the years 1 to 9999".formatted(year));
        }
        int whole = (int) year;
        LocalDate first = LocalDate.of(whole, 1, 1);
        double days = (year - whole) * first.lengthOfYear() + ROUNDING_DAYS;
        return first.plusDays(Math.min((long) days, first.lengthOfYear() - 1));
    }

    static double ofDay(LocalDate day, double partOfDay) {
        return day.getYear() + (day.getDayOfYear() - 1 + partOfDay) / day.lengthOfYear();
    }
}
