package org.tidemark.standalone.run;

/** Broker or topologies have ended of themselves. The log has said so on the terminal, in one line, when it happened. */
public final class SystemFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SystemFailedException(String message) {
        super(message);
    }
}
