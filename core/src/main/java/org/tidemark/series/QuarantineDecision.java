package org.tidemark.series;

import java.time.Instant;

/**
 * Somebody's word on a release that is held: it lies on the log like the figures, so that a replay knows it too.
 *
 * @param economy whose part of the release
 * @param indicator which indicator of it
 * @param batch the release within its load
 * @param action what is to become of it
 * @param decidedAt when; feeds no estimate
 * @param note why, in prose
 */
public record QuarantineDecision(
        String economy, String indicator, BatchId batch, Action action, Instant decidedAt, String note)
        implements Event {
    /** What is to become of a held release. */
    public enum Action {
        RELEASE,
        DISCARD
    }
}
