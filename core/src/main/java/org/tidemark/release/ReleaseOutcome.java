package org.tidemark.release;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.revise.Outcome;
import org.tidemark.series.BatchId;
import org.tidemark.validate.RejectReason;

/**
 * What a release did to what is held of one economy. Sent = the outcomes + the rejections, or it refuses to exist.
 *
 * @param sent observations sent
 * @param outcomes how many had which outcome; conflicting ones are among the rejections
 * @param rejected how many were refused, by reason
 * @param withdrawnByAbsence figures that a complete release left out; counted apart
 * @param takenBack figures of other releases that are refused with those of this one: each is one more that was rejected
 *     as conflicting, and one less of what it was counted as before
 */
public record ReleaseOutcome(
        String economy,
        BatchId batch,
        int sent,
        SortedMap<Outcome, Integer> outcomes,
        SortedMap<RejectReason, Integer> rejected,
        int withdrawnByAbsence,
        List<WithdrawalCount> takenBack) {
    public ReleaseOutcome {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        takenBack = List.copyOf(takenBack);
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
        long told = Counts.sum(Counts.sum(0, outcomes), rejected);
        if (told != sent || withdrawnByAbsence < 0) {
            throw new IllegalArgumentException(
                    "%s %s: sent %d, but %d have an outcome: %s, rejected %s, withdrawn by absence %d"
                            .formatted(economy, batch, sent, told, outcomes, rejected, withdrawnByAbsence));
        }
        if (outcomes.getOrDefault(Outcome.CONFLICTING, 0) > 0) {
            throw new IllegalArgumentException(
                    "%s %s: %s counts conflicting figures; count them as rejected".formatted(economy, batch, outcomes));
        }
    }

    /** One that contradicts nothing that was counted before. */
    public ReleaseOutcome(
            String economy,
            BatchId batch,
            int sent,
            SortedMap<Outcome, Integer> outcomes,
            SortedMap<RejectReason, Integer> rejected,
            int withdrawnByAbsence) {
        this(economy, batch, sent, outcomes, rejected, withdrawnByAbsence, List.of());
    }
}
