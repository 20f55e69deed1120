package org.tidemark.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Time as the filters count it: calendar years with the fraction of that year, so calendar years are 1.0 apart. */
public final class EventTime {
    private static final double NANOS_PER_DAY = 86_400e9;

    private EventTime() {}

    /** Fractional calendar year of an instant, UTC. */
    public static double ofInstant(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return ofDay(utc.toLocalDate(), utc.toLocalTime().toNanoOfDay() / NANOS_PER_DAY);
    }

    /** The day that a fractional calendar year falls on. */
    public static LocalDate toDay(double year) {
        int whole = (int) Math.floor(year);
        LocalDate first = LocalDate.of(whole, 1, 1);
        return first.plusDays((long) Math.floor((year - whole) * first.lengthOfYear()));
    }

    static double ofDay(LocalDate day, double partOfDay) {
        return day.getYear() + (day.getDayOfYear() - 1 + partOfDay) / day.lengthOfYear();
    }
}
