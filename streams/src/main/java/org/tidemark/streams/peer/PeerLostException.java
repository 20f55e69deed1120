package org.tidemark.streams.peer;

/** Another monitor stopped in the middle of an answer of which a part has been passed on. */
public final class PeerLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PeerLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
