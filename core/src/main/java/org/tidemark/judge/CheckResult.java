package org.tidemark.judge;

import java.util.Locale;

/**
 * One score of a release against its bound.
 *
 * @param value the score
 * @param bound what the source's past and the prior allow; a score above it is out of range
 */
public record CheckResult(Measure measure, double value, double bound) {
    /** The finding of a release's score. */
    public static CheckResult of(Measure measure, Scores scores, double bound) {
        return new CheckResult(measure, measure.of(scores), bound);
    }

    public boolean outOfRange() {
        return value > bound;
    }

    /** For people. */
    public String sentence() {
        return String.format(Locale.ROOT, measure.sentence() + ", bound %.4f", value, bound);
    }
}
