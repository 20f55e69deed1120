package org.tidemark.streams.revise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.revise.FigureHistory;
import org.tidemark.revise.Vintage;

/**
 * What is believed of a figure.
 *
 * @param value null when it is withdrawn, or nothing is believed
 * @param since when that was first said; null when nothing is believed
 */
record Belief(@Nullable Double value, @Nullable Double standardError, @Nullable Instant since) {
    private static final Belief NONE = new Belief(null, null, null);

    static Belief of(FigureHistory history, double tolerance) {
        Vintage latest = history.latest(tolerance);
        // The withdrawal of what never stood is not something that an estimate knows.
        boolean everStood = history.vintages().stream().anyMatch(v -> v.value() != null);
        return latest == null || !everStood
                ? NONE
                : new Belief(latest.value(), latest.standardError(), latest.published());
    }
}
