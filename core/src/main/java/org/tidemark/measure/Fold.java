package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is known after each step of a list, from what was known before it. Asked again it goes on from the last step that is the
 * same, or one of the few before it: of a long list what is known is kept after each so many steps.
 *
 * @param <S> of what is known
 */
final class Fold<S> {
    private static final int BETWEEN_MARKS = 32;

    private final List<S> marks = new ArrayList<>();
    private @Nullable S last;
    private int at;

    /** Forgets what followed from steps that are other ones now: so many at the beginning are the same. */
    void keep(int same) {
        if (same < at) {
            int marked = Math.min(marks.size(), same / BETWEEN_MARKS);
            marks.subList(marked, marks.size()).clear();
            at = marked * BETWEEN_MARKS;
            last = marked == 0 ? null : marks.get(marked - 1);
        }
    }

    /**
     * What is known after all steps.
     *
     * @param steps how many there are now, those that are kept among them
     * @param first what is known before the first
     */
    S of(int steps, S first, BiFunction<S, Integer, S> next) {
        S known = last == null ? first : last;
        for (int i = at; i < steps; i++) {
            known = next.apply(known, i);
            if ((i + 1) % BETWEEN_MARKS == 0) {
                marks.add(known);
            }
        }
        last = known;
        at = Math.max(0, steps);
        return known;
    }
}
