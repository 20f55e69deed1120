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
}
