package org.tidemark.revise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a figure.
 *
 * @param value in the indicator's unit; null when it is withdrawn, or nothing is believed
 * @param standardError in the same unit; null when none was published
 * @param since when that was first said; null when nothing is believed, be it a value or a withdrawal
 */
public record CurrentValue(@Nullable Double value, @Nullable Double standardError, @Nullable Instant since) {
    /** Nothing is believed. */
    public static final CurrentValue NONE = new CurrentValue(null, null, null);

    /** What a history leaves to believe; {@code tolerance} in the indicator's unit. */
    public static CurrentValue of(FigureHistory history, double tolerance) {
        Vintage latest = history.latest(tolerance);
        // The withdrawal of what never stood is not something that an estimate knows; and an absence is stored where a
        // figure stood when it arrived, which a conflict may have undone since.
        boolean everStood = history.vintages().stream().anyMatch(v -> v.value() != null);
        return latest == null || !everStood
                ? NONE
                : new CurrentValue(latest.value(), latest.standardError(), latest.published());
    }
}
