package org.tidemark.catalogue;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field of the catalogue may hold: its text as a value, or one line that says what to write. */
final class WrittenFields {
    private static final List<String> TRANSFORMS = List.of("logit", "log", "none");

    private WrittenFields() {}

    /** One of those that there are. */
    static String transform(String where, String transform) {
        if (!TRANSFORMS.contains(transform)) {
            throw new IllegalArgumentException("catalogue: %s: transform '%s' is none of %s"
                    .formatted(where, transform, String.join(", ", TRANSFORMS)));
        }
        return transform;
    }

    /** Whether it is the second of two words; the first where nothing is written. */
    static boolean oneOf(String where, String field, @Nullable String text, String no, String yes) {
        if (text == null || text.equals(no)) {
            return false;
        }
        if (text.equals(yes)) {
            return true;
        }
        throw new IllegalArgumentException(
                "catalogue: %s: %s '%s' is neither %s nor %s".formatted(where, field, text, no, yes));
    }

    /** A lag as ISO 8601 writes it. */
    static @Nullable Period lag(String where, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Period.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "catalogue: %s: lag '%s' is no ISO 8601 period; write P30D or P2M".formatted(where, text), e);
        }
    }

    /** Lowest and highest. */
    static List<Double> range(String where, @Nullable List<Double> range) {
        if (range == null || range.size() != 2) {
            throw new IllegalArgumentException(
                    "catalogue: %s: range must be two numbers, [lowest, highest]".formatted(where));
        }
        return range;
    }

    /** What must be written. */
    static <T> T needed(String where, String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("catalogue: %s: %s is missing".formatted(where, field));
        }
        return value;
    }

    /** What is written, or else what holds without it. */
    static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
