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
 * @param by who decided; empty where it was not said
 */
public record QuarantineDecision(
        String economy, String indicator, BatchId batch, Action action, Instant decidedAt, String note, String by)
        implements Event {
    /** One of which nobody said who took it, as all were before release 7 of the schemas. */
    public QuarantineDecision(
            String economy, String indicator, BatchId batch, Action action, Instant decidedAt, String note) {
        this(economy, indicator, batch, action, decidedAt, note, "");
    }

    /** What is to become of a held release. */
    public enum Action {
        RELEASE,
        DISCARD
    }
}
