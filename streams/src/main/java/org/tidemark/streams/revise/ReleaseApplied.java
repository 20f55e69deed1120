package org.tidemark.streams.revise;

import java.time.Instant;
import java.util.List;

/**
 * A release has been applied in one economy.
 *
 * @param published its instant
 * @param changes what is believed otherwise now, each figure once, in the order of the release
 * @param datedByLag true when the instant is assumed from the usual lag: history that nobody saw at its time
 * @param moreAtInstant true when another release of this instant follows, so that estimates wait for it
 */
public record ReleaseApplied(
        String economy, Instant published, List<Change> changes, boolean datedByLag, boolean moreAtInstant) {
    public ReleaseApplied {
        changes = List.copyOf(changes);
    }
}
