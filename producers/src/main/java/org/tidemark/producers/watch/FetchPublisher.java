package org.tidemark.producers.watch;

import java.io.IOException;
import java.nio.file.Path;

/** Takes what was received to where figures go. */
@FunctionalInterface
public interface FetchPublisher {
    /**
     * Publishes a file that is kept; again means the same.
     *
     * @throws IOException where it cannot be read, or not be published now
     */
    void publish(Path file) throws IOException;
}
