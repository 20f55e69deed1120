package org.tidemark.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A figure of which something was withdrawn by hand: until then it counted, from then on it does not. What is believed at
 * an instant is a function of what stands, what was withdrawn, and when.
 *
 * @param standing what counts
 * @param withdrawn what counted until it was withdrawn
 */
public record WithdrawalResult(FigureHistory standing, List<Withdrawn> withdrawn) {
    public WithdrawalResult {
        withdrawn = List.copyOf(withdrawn);
    }

    /**
     * What was said, and withdrawn by hand.
     *
     * @param at from when on it counts no longer
     */
    public record Withdrawn(Vintage vintage, Instant at) {}

    /** What is believed in the end, and since when. */
    public CurrentValue belief(double tolerance) {
        CurrentValue belief = CurrentValue.of(standing, tolerance);
        if (withdrawn.isEmpty()) {
            return belief;
        }
        SortedSet<Instant> hands = new TreeSet<>();
        withdrawn.forEach(w -> hands.add(w.at()));
        Instant since = belief.since();
        for (Instant hand : hands) {
            Vintage before = asOf(hand.minusMillis(1), tolerance);
            Vintage after = asOf(hand, tolerance);
            boolean changed = before != null && before.value() != null && (after == null || !before.saysTheSame(after));
            since = changed && (since == null || since.isBefore(hand)) ? hand : since;
        }
        return since == null ? CurrentValue.NONE : new CurrentValue(belief.value(), belief.standardError(), since);
    }

    /** What was believed at an instant, of which a withdrawal after it knew nothing; null when nothing was. */
    public @Nullable Vintage asOf(Instant instant, double tolerance) {
        TreeMap<Instant, Vintage> then = new TreeMap<>();
        standing.vintages().stream()
                .filter(v -> !v.published().isAfter(instant))
                .forEach(v -> then.put(v.published(), v));
        withdrawn.stream()
                .filter(w -> !w.vintage().published().isAfter(instant) && w.at().isAfter(instant))
                .forEach(w -> then.put(w.vintage().published(), w.vintage()));
        return FigureHistory.of(new ArrayList<>(then.values())).latest(tolerance);
    }
}
