package org.tidemark.api.query;

/** Another program listens where this one wants to. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String host, int port, Throwable cause) {
        super(
                "port %d of %s is taken by another program; end that one, or choose another port (0 takes any free one)"
                        .formatted(port, host),
                cause);
    }
}
