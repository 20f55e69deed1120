package org.tidemark.validate;

import org.tidemark.catalogue.Indicator;
import org.tidemark.series.Observation;

/** What validation says of one observation. */
public sealed interface Verdict {
    record Accepted(Observation observation, Indicator indicator) implements Verdict {}

    /** Refused, with what a person needs to mend it.
     *
     * @param reason which of the closed set
     * @param detail what, which, the bound, the remedy, in one line
     */
    record Rejected(RejectReason reason, String detail) implements Verdict {}
}
