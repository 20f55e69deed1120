package org.tidemark.wire;

/** Bytes that are no value of ours: data, not a bug, so the caller must decide where they go. */
public final class UndecodableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }

    public UndecodableException(String message) {
        super(message);
    }
}
