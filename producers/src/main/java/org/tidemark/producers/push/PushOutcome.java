package org.tidemark.producers.push;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Outcome;
import org.tidemark.validate.RejectReason;

/**
 * What became of what was pushed, as far as it has been judged.
 *
 * @param judged how many of its releases have been judged
 * @param outcomes figures by what they did to what was held
 * @param rejected figures that were refused when they were judged, by reason
 * @param refused the first of those
 */
public record PushOutcome(
        Pushed pushed,
        int judged,
        SortedMap<Outcome, Long> outcomes,
        SortedMap<RejectReason, Long> rejected,
        List<RefusedRow> refused) {
    public PushOutcome {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
        refused = List.copyOf(refused);
    }

    /** Of which nothing is known yet. */
    public static PushOutcome pending(Pushed pushed) {
        return new PushOutcome(pushed, 0, new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /** The same, with the verdict on one more of its releases. */
    public PushOutcome with(ReleaseOutcome outcome) {
        SortedMap<Outcome, Long> counted = new TreeMap<>(outcomes);
        outcome.outcomes().forEach((what, n) -> counted.merge(what, (long) n, Long::sum));
        SortedMap<RejectReason, Long> refusals = new TreeMap<>(rejected);
        outcome.rejected().forEach((reason, n) -> refusals.merge(reason, (long) n, Long::sum));
        return new PushOutcome(pushed, judged + 1, counted, refusals, refused);
    }

    /** The same, with one more row that was refused when it was judged. */
    public PushOutcome with(RefusedRow row) {
        List<RefusedRow> rows = new ArrayList<>(refused);
        rows.add(row);
        return new PushOutcome(pushed, judged, outcomes, rejected, rows);
    }

    /** Whether every release has been judged. */
    public boolean isJudged() {
        return judged >= pushed.releases();
    }

    /** Whether every row that was refused is told, or as many as are. */
    public boolean isTold() {
        long all = rejected.values().stream().mapToLong(Long::longValue).sum();
        return isJudged() && refused.size() >= Math.min(all, Pushed.ROWS_MAX);
    }
}
