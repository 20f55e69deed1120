package org.tidemark.engine.revise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.release.WithdrawalCount;
import org.tidemark.revise.Outcome;
import org.tidemark.series.BatchId;
import org.tidemark.series.Observation;

/** What a release contradicts: its own figures, and those of other releases that were counted before. */
final class Conflicts {
    private final List<Conflict> all = new ArrayList<>();
    private final Map<BatchId, Map<Outcome, Integer>> takenBack = new TreeMap<>();

    /**
     * A figure that is refused.
     *
     * @param other what says something else of it; null when that is no longer held
     */
    record Conflict(Observation refused, @Nullable Observation other) {}

    /**
     * Notes a figure of the release with what it contradicts.
     *
     * @param within what the release itself says of the same figure besides; null when it says one thing
     * @param disbelieved what others said of it
     */
    void add(Observation said, @Nullable Observation within, List<Held> disbelieved) {
        Observation other = disbelieved.isEmpty() ? within : disbelieved.get(0).observation();
        all.add(new Conflict(said, other));
        for (Held held : disbelieved) {
            all.add(new Conflict(held.observation(), said));
            Outcome counted = held.counted();
            if (counted != null) {
                takenBack
                        .computeIfAbsent(held.observation().batch(), b -> new TreeMap<>())
                        .merge(counted, 1, Integer::sum);
            }
        }
    }

    /** In the order in which they were met. */
    List<Conflict> all() {
        return all;
    }

    List<WithdrawalCount> takenBack() {
        List<WithdrawalCount> counts = new ArrayList<>();
        takenBack.forEach((batch, byOutcome) -> byOutcome.forEach(
                (outcome, count) -> counts.add(new WithdrawalCount(batch.release(), batch.load(), outcome, count))));
        return counts;
    }
}
