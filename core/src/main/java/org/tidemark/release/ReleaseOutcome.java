package org.tidemark.release;

import java.util.Collections;
import java.util.Map;
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
 */
public record ReleaseOutcome(
        String economy,
        BatchId batch,
        int sent,
        SortedMap<Outcome, Integer> outcomes,
        SortedMap<RejectReason, Integer> rejected,
        int withdrawnByAbsence) {
    public ReleaseOutcome {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
        int told = sum(outcomes) + sum(rejected);
        if (told != sent) {
            throw new IllegalArgumentException("%s %s: sent %d, but %d have an outcome: %s, rejected %s"
                    .formatted(economy, batch, sent, told, outcomes, rejected));
        }
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
