package org.tidemark.api.prometheus;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A condition on one label. Regular expressions are RE2's, as Prometheus' are: no expression makes them slow.
 *
 * @param equal the only value that is asked for, or empty where several may be
 * @param holds of the value; of an empty one where a series has no such label
 */
public record LabelMatcher(String name, String equal, Predicate<String> holds) {
    /** The label that holds the name of the metric. */
    public static final String METRIC = "__name__";

    private static final int VALUE_MAX = 10_000;

    /** @throws IllegalArgumentException when there is no such type, or the value is too long */
    static LabelMatcher of(int type, String name, String value) {
        if (value.length() > VALUE_MAX) {
            throw new IllegalArgumentException(
                    "the matcher of %s has %d characters; at most %d".formatted(name, value.length(), VALUE_MAX));
        }
        return switch (type) {
            case 0 -> new LabelMatcher(name, value, value::equals);
            case 1 -> new LabelMatcher(name, "", is -> !value.equals(is));
            case 2 -> new LabelMatcher(name, "", Pattern.compile(value)::matches);
            case 3 -> new LabelMatcher(name, "", Predicate.not(Pattern.compile(value)::matches));
            default ->
                throw new IllegalArgumentException("a matcher of %s has the unknown type %d".formatted(name, type));
        };
    }

    boolean allows(Map<String, String> labels) {
        return holds.test(labels.getOrDefault(name, ""));
    }
}
