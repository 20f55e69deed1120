package org.tidemark.producers.sdmx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.series.PublicationDate;

/**
 * The column LAST UPDATE of Eurostat's downloads: {@code 11/12/25 11:00:00} is 11 December 2025, eleven o'clock in
 * Brussels.
 *
 * <p>The exact instant and not the end of that day: Eurostat says when it released, and two updates of one day stay two
 * releases instead of contradicting each other.
 */
final class LastUpdate {
    private static final ZoneId EUROSTAT_TIME = ZoneId.of("Europe/Brussels");
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("dd/MM/uu HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private LastUpdate() {}

    /** The instant that the text names, in Eurostat's form or in ISO 8601; empty when it is neither. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), FORM)
                    .atZone(EUROSTAT_TIME)
                    .toInstant());
        } catch (DateTimeException otherForm) {
            return iso(text);
        }
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(PublicationDate.parse(text));
        } catch (IllegalArgumentException noDate) {
            return Optional.empty();
        }
    }
}
