package org.tidemark.api.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.tidemark.series.PublicationDate;

/** Instants as people write them: as an end, a day, a month or a year is its last millisecond; as a beginning, its first. */
final class Moments {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final int MONTH_LENGTH = "2024-05".length();
    private static final int DAY_LENGTH = "2024-05-17".length();

    // Beyond these an instant has no place in the key of a store.
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Moments() {}

    static Instant end(String text) {
        String t = text.strip();
        Instant end = PublicationDate.parse(YEAR.matcher(t).matches() ? t + "-12" : t);
        if (end.isBefore(FIRST) || end.isAfter(LAST)) {
            throw new IllegalArgumentException("'%s' is outside the years 1 to 9999".formatted(Parameters.shown(text)));
        }
        return end;
    }

    static Instant beginning(String text) {
        Instant end = end(text);
        String t = text.strip();
        try {
            if (YEAR.matcher(t).matches()) {
                return LocalDate.of(Integer.parseInt(t), 1, 1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
            }
            if (t.length() == MONTH_LENGTH) {
                return YearMonth.parse(t).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return t.length() == DAY_LENGTH
                    ? LocalDate.parse(t).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : end;
        } catch (DateTimeException e) {
            throw new IllegalStateException("'%s' was a date a moment ago".formatted(t), e);
        }
    }
}
