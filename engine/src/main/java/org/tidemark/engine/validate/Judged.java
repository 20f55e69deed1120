package org.tidemark.engine.validate;

import org.tidemark.series.Observation;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.Withdrawal;
import org.tidemark.validate.RejectReason;

/** What validation passes on: good observations, a tally of those it refused, closings, and decisions. */
public sealed interface Judged {
    record Good(Observation observation) implements Judged {}

    /** Keeps the place of a refused observation, so that the count of its release can be met. */
    record Refused(Observation observation, RejectReason reason) implements Judged {}

    record Closing(ReleaseEnd closing) implements Judged {}

    record Decided(QuarantineDecision decision) implements Judged {}

    record ByHand(Withdrawal withdrawal) implements Judged {}
}
