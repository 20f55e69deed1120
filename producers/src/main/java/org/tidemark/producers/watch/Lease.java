package org.tidemark.producers.watch;

import java.io.IOException;
import java.util.Optional;

/**
 * Of several watches of one cluster, the one that asks. What the one that asked before has received is known to the next,
 * which publishes it as the same thing, or not at all.
 */
public interface Lease {
    /** Of a watch that knows itself to be alone. */
    Lease ALONE = new Lease() {
        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public Optional<SharedAnswer> known(String endpoint) {
            return Optional.empty();
        }

        @Override
        public void write(String endpoint, SharedAnswer answer) {}
    };

    /**
     * Whether this watch asks now.
     *
     * @throws IOException where the cluster does not say
     */
    boolean isHeld() throws IOException;

    /**
     * The last answer that was noted of an endpoint, whoever received it.
     *
     * @throws IOException where the cluster does not say
     */
    Optional<SharedAnswer> known(String endpoint) throws IOException;

    /**
     * Notes an answer for all watches.
     *
     * @throws IOException where another watch asks now, or the cluster does not take it
     */
    void write(String endpoint, SharedAnswer answer) throws IOException;
}
