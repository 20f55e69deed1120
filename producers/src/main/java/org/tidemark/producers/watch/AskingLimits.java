package org.tidemark.producers.watch;

import java.time.Duration;

/**
 * How long one question may take, and how often it is repeated.
 *
 * @param connect time for a connection
 * @param answer time for the whole answer
 * @param repeats how often a question is repeated whose failure may be over in a moment
 * @param first time before the first repeat; it doubles with each, and varies by a third
 * @param most longest time that is waited for a repeat; who wants to be left alone for longer is asked later
 */
public record AskingLimits(Duration connect, Duration answer, int repeats, Duration first, Duration most) {
    public static final AskingLimits DEFAULT = new AskingLimits(
            Duration.ofSeconds(20), Duration.ofMinutes(10), 3, Duration.ofSeconds(2), Duration.ofMinutes(1));
}
