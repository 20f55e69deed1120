package org.tidemark.api.peer;

import java.time.Duration;

/**
 * How long another monitor is waited for.
 *
 * @param connectWithin until it takes the connection
 * @param headWithin until its answer begins
 * @param probeWithin until it has said what it holds
 * @param wholeWithin until its answer ends, from the beginning of it
 */
public record PeerLimits(Duration connectWithin, Duration headWithin, Duration probeWithin, Duration wholeWithin) {
    /** A calendar, scores and smoothed paths are worked out when they are asked for, before an answer can begin. */
    public static final PeerLimits DEFAULT = new PeerLimits(
            Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofSeconds(30));
}
