package org.tidemark.series;

/**
 * Ends a release within one economy: only now may its figures be applied.
 *
 * @param economy whose part of the release is closed
 * @param batch the release within its load
 * @param sent how many observations of the batch and economy were sent
 * @param complete true when the release holds all that the source still stands by in this economy, so that what it
 *     leaves out is withdrawn
 * @param moreAtInstant true when another release of the same instant follows in this load; estimates wait for the last
 */
public record ReleaseEnd(String economy, BatchId batch, int sent, boolean complete, boolean moreAtInstant)
        implements Event {
    public ReleaseEnd {
        if (sent < 0) {
            throw new IllegalArgumentException("%s %s: sent %d; a count".formatted(economy, batch, sent));
        }
    }
}
