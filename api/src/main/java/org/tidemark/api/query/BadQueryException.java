package org.tidemark.api.query;

/** A request that makes no sense; the message says what, which and the remedy, and is sent to whoever asked. */
final class BadQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadQueryException(String message) {
        super(message);
    }
}
