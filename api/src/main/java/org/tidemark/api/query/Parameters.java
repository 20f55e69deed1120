package org.tidemark.api.query;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.text.Likeness;

/** The parameters of one request: known ones only, each at most once, an empty one as good as none. */
final class Parameters {
    static final String LIMIT = "limit";
    static final String FORMAT = "format";
    static final String AFTER = "after";
    static final int LIMIT_DEFAULT = 10_000;
    static final int LIMIT_MAX = 100_000;

    private static final int SHOWN_MAX = 40;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Checks names only; values are checked when they are read.
     *
     * @throws BadQueryException for an unknown name, which would else be ignored and the answer be taken for another
     */
    static Parameters of(Map<String, List<String>> given, List<String> known) {
        Map<String, String> values = new HashMap<>();
        given.forEach((name, all) -> {
            if (!known.contains(name)) {
                throw new BadQueryException("no parameter is called '%s'%s; known here: %s"
                        .formatted(
                                shown(name),
                                Likeness.nearest(name, known)
                                        .map("; did you mean %s?"::formatted)
                                        .orElse(""),
                                String.join(", ", known)));
            }
            if (all.size() > 1) {
                throw new BadQueryException("%s is given %d times; give it once".formatted(name, all.size()));
            }
            if (!all.get(0).isBlank()) {
                values.put(name, all.get(0).strip());
            }
        });
        return new Parameters(values);
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    /** Reads one with {@code reader}, whose complaint becomes that of the query. */
    <T> @Nullable T read(String name, Function<String, T> reader) {
        String text = values.get(name);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadQueryException(name + ": " + e.getMessage());
        }
    }

    Instant end(String name, Instant otherwise) {
        Instant end = read(name, Moments::end);
        return end == null ? otherwise : end;
    }

    Instant beginning(String name, Instant otherwise) {
        Instant beginning = read(name, Moments::beginning);
        return beginning == null ? otherwise : beginning;
    }

    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type, Function<E, String> written) {
        return oneOf(name, Arrays.asList(type.getEnumConstants()), written);
    }

    <E> @Nullable E oneOf(String name, List<E> all, Function<E, String> written) {
        return read(name, text -> all.stream()
                .filter(e -> written.apply(e).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        noneOf(text, all.stream().map(written).toList()))));
    }

    private static String noneOf(String text, List<String> all) {
        return "'%s' is none of %s%s"
                .formatted(
                        shown(text),
                        String.join(", ", all),
                        Likeness.nearest(text, all)
                                .map("; did you mean %s?"::formatted)
                                .orElse(""));
    }

    int limit() {
        Integer limit = read(LIMIT, text -> {
            if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LIMIT_MAX) {
                throw new IllegalArgumentException("'%s' is no number from 1 to %d".formatted(shown(text), LIMIT_MAX));
            }
            return Integer.valueOf(text);
        });
        return limit == null ? LIMIT_DEFAULT : limit;
    }

    /** Where the page before ended. */
    Cursor after() {
        Cursor after = read(AFTER, Cursor::parse);
        return after == null ? Cursor.BEGIN : after;
    }

    static String shown(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "...";
    }
}
