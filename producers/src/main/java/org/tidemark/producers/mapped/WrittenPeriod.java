package org.tidemark.producers.mapped;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.Spans;

/** Periods as publishers write them: all forms of Tidemark, {@code 1949q1}, and American days such as {@code 3/1/1959}. */
final class WrittenPeriod {
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})[ -]?[qQ]([1-4])");
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final int DAYS_OF_A_WEEK = 7;

    private WrittenPeriod() {}

    /**
     * Reads.
     *
     * @param span that it is widened to; a week begins on the day that is written
     */
    static Optional<Period> parse(String text, @Nullable String span) {
        try {
            Period period = plain(text);
            return Optional.of(span == null ? period : widened(period, span));
        } catch (DateTimeException | IllegalArgumentException noPeriod) {
            return Optional.empty();
        }
    }

    /** Reads an instant of publication: all forms of Tidemark, and American days, which are known to their end. */
    static Optional<Instant> published(String text) {
        try {
            Matcher day = AMERICAN.matcher(text);
            return Optional.of(day.matches() ? PublicationDate.endOf(american(day)) : PublicationDate.parse(text));
        } catch (DateTimeException | IllegalArgumentException noDay) {
            return Optional.empty();
        }
    }

    private static LocalDate american(Matcher day) {
        return LocalDate.of(
                Integer.parseInt(day.group(3)), Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)));
    }

    private static Period widened(Period period, String span) {
        return span.equals("week")
                ? Period.trailing(DAYS_OF_A_WEEK, period.start().plusDays(DAYS_OF_A_WEEK - 1L))
                : Spans.containing(period.start(), span);
    }

    private static Period plain(String text) {
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return Period.parse(quarter.group(1) + "-Q" + quarter.group(2));
        }
        Matcher day = AMERICAN.matcher(text);
        if (day.matches()) {
            return Period.day(american(day));
        }
        return Period.parse(text.toUpperCase(Locale.ROOT));
    }
}
