package org.tidemark.producers.watch;

import java.nio.file.Path;
import java.time.Instant;
import org.tidemark.catalogue.Endpoint;

/** Is told what comes of each question. */
public interface WatchListener {
    /** A new file was kept and published. */
    void received(Endpoint endpoint, Path file, long figures, Instant at);

    /** The publisher has nothing new. */
    void unchanged(Endpoint endpoint, Instant at);

    /** Nothing came of it; it is asked again later. */
    void failed(Endpoint endpoint, Reason reason, String detail, Instant at, Instant again);

    /**
     * Its turn is over.
     *
     * @param again when it is asked next at the earliest
     * @param failures questions in a row, up to the last, of which nothing came; those of runs before count too
     */
    default void waits(Endpoint endpoint, Instant again, int failures) {}

    /** Whether another watch of the cluster asks, and this one stands by; told when it changes. */
    default void standsBy(boolean now) {}
}
