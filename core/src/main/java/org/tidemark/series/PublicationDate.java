package org.tidemark.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Written publication dates as instants: a day is its last millisecond UTC, a month that of its last day. */
public final class PublicationDate {
    private static final int MONTH_LENGTH = "2024-05".length();
    private static final int DAY_LENGTH = "2024-05-17".length();

    private PublicationDate() {}

    /**
     * Reads {@code 2024-05}, {@code 2024-05-17} or an instant with its offset such as {@code 2024-05-17T12:30:00Z}.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static Instant parse(String text) {
        String t = text.strip();
        try {
            if (t.length() == MONTH_LENGTH) {
                return endOf(YearMonth.parse(t).atEndOfMonth());
            }
            return t.length() == DAY_LENGTH
                    ? endOf(LocalDate.parse(t))
                    : OffsetDateTime.parse(t).toInstant();
        } catch (DateTimeException e) {
            String shown = t.length() <= 40 ? t : t.substring(0, 40) + "...";
            throw new IllegalArgumentException(
                    "'%s' is no publication date; write 2024-05, 2024-05-17 or 2024-05-17T12:30:00Z".formatted(shown),
                    e);
        }
    }

    /** The last millisecond of a day, UTC. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }
}
