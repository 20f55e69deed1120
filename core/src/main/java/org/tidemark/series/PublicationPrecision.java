package org.tidemark.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * How finely an instant of publication is known. A day counts as its last millisecond UTC and a month as that of its last
 * day, so that nothing is taken for known too early; the instant itself tells which it is. What was published on the last
 * day of a month cannot be told from what was published in that month, and is told as the coarser.
 */
public enum PublicationPrecision {
    /** To the second. */
    INSTANT,
    /** Some time on that day. */
    DAY,
    /** Some day of that month. */
    MONTH;

    private static final LocalTime END = LocalTime.of(23, 59, 59, 999_000_000);

    /** How finely it is known. */
    public static PublicationPrecision of(Instant published) {
        if (!published.atZone(ZoneOffset.UTC).toLocalTime().equals(END)) {
            return INSTANT;
        }
        LocalDate day = day(published);
        return day.getDayOfMonth() == day.lengthOfMonth() ? MONTH : DAY;
    }

    /** The first instant at which it may have been public. */
    public static Instant earliest(Instant published) {
        LocalDate day = day(published);
        return switch (of(published)) {
            case INSTANT -> published;
            case DAY -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
            case MONTH -> day.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }

    private static LocalDate day(Instant published) {
        return LocalDate.ofInstant(published, ZoneOffset.UTC);
    }

    /** {@code month}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
