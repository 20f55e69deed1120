package org.tidemark.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Written publication dates as instants: a day is its last millisecond UTC, a month that of its last day. */
public final class PublicationDate {
    private static final int MONTH_LENGTH = "2024-05".length();
    private static final int DAY_LENGTH = "2024-05-17".length();

    // Milliseconds, the unit of a record's timestamp, cannot count to the ends of java.time.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private PublicationDate() {}

    /**
     * Reads {@code 2024-05}, {@code 2024-05-17} or an instant with its offset such as {@code 2024-05-17T12:30:00Z}.
     * What is finer than a millisecond is dropped: no record's timestamp carries it.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static Instant parse(String text) {
        String t = text.strip();
        try {
            Instant published = read(t).truncatedTo(ChronoUnit.MILLIS);
            if (published.isBefore(EARLIEST) || published.isAfter(LATEST)) {
                throw new DateTimeException("outside the years 1 to 9999");
            }
            return published;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is no publication date; write 2024-05, 2024-05-17 or 2024-05-17T12:30:00Z"
                            .formatted(Excerpt.of(t)),
                    e);
        }
    }

    private static Instant read(String t) {
        if (t.length() == MONTH_LENGTH) {
            return endOf(YearMonth.parse(t).atEndOfMonth());
        }
        return t.length() == DAY_LENGTH
                ? endOf(LocalDate.parse(t))
                : OffsetDateTime.parse(t).toInstant();
    }

    /** The last millisecond of a day, UTC. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }
}
