package org.tidemark.publication;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.series.PublicationDate;

/**
 * Dates as publishers write them into their files: ISO 8601 with or without a time and a zone, the day first as in
 * Europe ({@code 11/12/25}, {@code 11.12.2025}, {@code 11 December 2025}), or {@code December 11, 2025}. A day without a
 * time is its last millisecond UTC, as everywhere; a time without a zone is that of the publisher.
 */
public final class WrittenDate {
    private static final int CHARACTERS_MAX = 60;

    /** A year of two digits is of these hundred: statistics are filed since 1970. */
    private static final LocalDate FIRST_OF_TWO_DIGITS = LocalDate.of(1970, 1, 1);

    private static final String ZONE = "[ ][XXXXX][XXXX][XXX][XX][X][ ][zzz]['['VV']']";
    private static final String TIME = "[['T'][ ]HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]]" + ZONE + "]";

    private static final List<DateTimeFormatter> FORMS = List.of(
            form("uuuu-MM-dd" + TIME),
            form("uuuu/MM/dd" + TIME),
            form("uuuu.MM.dd" + TIME),
            form("uuuuMMdd" + TIME),
            form("uuuuMMdd'T'HHmmss[XXX][XX][X]"),
            dayFirst("/", true),
            dayFirst(".", true),
            dayFirst("-", true),
            dayFirst("/", false),
            dayFirst(".", false),
            dayFirst("-", false),
            form("d[ ][-]MMMM[ ][-][,][ ]uuuu" + TIME),
            form("d[ ][-]MMM[.][ ][-][,][ ]uuuu" + TIME),
            form("MMMM d[,] uuuu" + TIME),
            form("MMM[.] d[,] uuuu" + TIME),
            form("[EEEE][EEE][,][ ]d MMM uuuu" + TIME));

    private WrittenDate() {}

    /**
     * The instant that a text names; empty when it names none, or none that is a day of the calendar.
     *
     * @param zone of the publisher, for a time that is written without one
     */
    public static Optional<Instant> read(String text, ZoneId zone) {
        String written = text.strip().replaceAll("\\s+", " ");
        if (written.isEmpty() || written.length() > CHARACTERS_MAX) {
            return Optional.empty();
        }
        for (DateTimeFormatter form : FORMS) {
            Optional<Instant> read = read(written, form, zone);
            if (read.isPresent()) {
                return read;
            }
        }
        return month(written);
    }

    private static Optional<Instant> read(String written, DateTimeFormatter form, ZoneId zone) {
        try {
            TemporalAccessor read = form.parseBest(
                    written, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(instant(read, zone).truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor read, ZoneId zone) {
        if (read instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (read instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return read instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : PublicationDate.endOf((LocalDate) read);
    }

    private static Optional<Instant> month(String written) {
        try {
            return Optional.of(PublicationDate.parse(written));
        } catch (IllegalArgumentException noDate) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return strict(builder().appendPattern(pattern));
    }

    private static DateTimeFormatter dayFirst(String separator, boolean wholeYear) {
        DateTimeFormatterBuilder form = builder()
                .appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
                .appendLiteral(separator)
                .appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE)
                .appendLiteral(separator);
        if (wholeYear) {
            form.appendValue(ChronoField.YEAR, 4);
        } else {
            form.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_OF_TWO_DIGITS);
        }
        return strict(form.appendPattern(TIME));
    }

    private static DateTimeFormatterBuilder builder() {
        return new DateTimeFormatterBuilder().parseCaseInsensitive();
    }

    /** No 31 February, and the month's name in English, whatever the machine speaks. */
    private static DateTimeFormatter strict(DateTimeFormatterBuilder form) {
        return form.toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT)
                .withChronology(IsoChronology.INSTANCE);
    }
}
