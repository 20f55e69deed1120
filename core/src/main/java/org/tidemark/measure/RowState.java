package org.tidemark.measure;

import java.util.List;
import org.tidemark.catalogue.SeedRow;

/**
 * One mechanism, and how far it is answered.
 *
 * @param state the best of its answers
 * @param answers those that ask for it
 */
public record RowState(SeedRow row, AnswerState state, List<RecipeState> answers) {
    public RowState {
        answers = List.copyOf(answers);
    }

    /** What is missing, in one line; empty where there is a number. */
    public String detail() {
        return switch (state) {
            case NUMBER -> "";
            case OUTSIDE -> row.outside();
            case TOO_FEW, WAITING ->
                answers.stream()
                        .filter(answer -> answer.state() == state)
                        .map(RecipeState::detail)
                        .findFirst()
                        .orElse("");
        };
    }
}
