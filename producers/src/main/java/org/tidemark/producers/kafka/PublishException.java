package org.tidemark.producers.kafka;

/** The cluster did not take what was sent; the message says what to do in one line. */
public final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
