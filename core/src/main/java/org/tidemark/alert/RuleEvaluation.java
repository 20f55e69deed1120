package org.tidemark.alert;

import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;

/**
 * What a rule reads in one cell.
 *
 * @param probability that its condition holds, 0 to 1
 * @param value the number that it is about, in {@code unit}
 * @param period newest reference period that the number rests on; null of what is held, which is no estimate
 * @param words the number with its band, for people
 * @param note what else must be said of it when it is raised; empty: nothing
 */
public record RuleEvaluation(
        AlertKey key,
        double probability,
        double value,
        String unit,
        @Nullable Period period,
        String words,
        String note) {
    public RuleEvaluation {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("%s: probability is %s".formatted(key, probability));
        }
    }
}
