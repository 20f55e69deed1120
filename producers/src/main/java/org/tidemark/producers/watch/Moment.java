package org.tidemark.producers.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An instant as the name of a folder, which {@link org.tidemark.producers.FileDates} reads as the instant again. */
final class Moment {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int LENGTH = "2025-01-14T09-30-00Z".length();

    private Moment() {}

    /** The instant with which a name begins; null where it begins with none. */
    static @Nullable Instant in(String name) {
        return name.length() < LENGTH ? null : FORM.parse(name.substring(0, LENGTH), Instant::from);
    }

    static String of(Instant instant) {
        return FORM.format(instant);
    }
}
