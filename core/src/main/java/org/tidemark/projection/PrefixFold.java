package org.tidemark.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fold over the figures of an economy that remembers its last results: where figures are added at the end it goes on from
 * there, and what comes out is the fold over all of them. Not safe for several threads at once.
 *
 * @param <S> what is folded into
 */
final class PrefixFold<S> {
    /** The figures as they were before an update and as they are after it, and one on the way. */
    private static final int REMEMBERED = 3;

    private final Function<PoolFigure, S> first;
    private final BiFunction<S, PoolFigure, S> next;
    private final Deque<Result<S>> results = new ArrayDeque<>(REMEMBERED);

    private record Result<S>(List<PoolFigure> figures, S state) {
        private boolean begins(List<PoolFigure> longer) {
            return figures.size() <= longer.size()
                    && longer.subList(0, figures.size()).equals(figures);
        }
    }

    /**
     * Remembers nothing yet.
     *
     * @param first begins with the first figure
     * @param next takes in one more
     */
    PrefixFold(Function<PoolFigure, S> first, BiFunction<S, PoolFigure, S> next) {
        this.first = first;
        this.next = next;
    }

    /** The fold over figures, at least one. */
    S over(List<PoolFigure> figures) {
        Result<S> before = longest(figures);
        S state = before == null ? first.apply(figures.get(0)) : before.state();
        for (PoolFigure figure :
                figures.subList(before == null ? 1 : before.figures().size(), figures.size())) {
            state = next.apply(state, figure);
        }
        if (before == null || before.figures().size() < figures.size()) {
            if (results.size() == REMEMBERED) {
                results.removeLast();
            }
            results.addFirst(new Result<>(List.copyOf(figures), state));
        }
        return state;
    }

    private @Nullable Result<S> longest(List<PoolFigure> figures) {
        Result<S> longest = null;
        for (Result<S> result : results) {
            if ((longest == null || result.figures().size() > longest.figures().size()) && result.begins(figures)) {
                longest = result;
            }
        }
        return longest;
    }
}
