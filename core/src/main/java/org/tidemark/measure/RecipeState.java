package org.tidemark.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a mechanism: a recipe, or the measure of another estimator.
 *
 * @param id of the recipe, or the measure
 * @param kind of the recipe; {@code estimator} where it is none
 * @param reads what it reads, as it is written in the recipe
 * @param detail why there is no number, or what it waits for; empty where there is one
 * @param told its number: of several economies the first that has one
 * @param economies how many have a number
 */
public record RecipeState(
        String id,
        String kind,
        String title,
        String scope,
        List<String> reads,
        AnswerState state,
        String detail,
        @Nullable Reported told,
        int economies) {
    public RecipeState {
        reads = List.copyOf(reads);
    }
}
