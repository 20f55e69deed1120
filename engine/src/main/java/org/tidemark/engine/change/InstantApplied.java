package org.tidemark.engine.change;

import java.time.Instant;
import java.util.List;
import org.tidemark.revise.ValueChange;

/**
 * All releases of one instant have been applied in one economy: what estimates are brought up to date by.
 *
 * @param published the instant
 * @param changes what is believed otherwise now, each figure once, in the order of the figures
 */
public record InstantApplied(String economy, Instant published, List<ValueChange> changes) {
    public InstantApplied {
        changes = List.copyOf(changes);
    }

    /** Whether any of it is dated by the usual lag: history that nobody saw at its time. */
    public boolean datedByLag() {
        return changes.stream().anyMatch(ValueChange::datedByLag);
    }
}
