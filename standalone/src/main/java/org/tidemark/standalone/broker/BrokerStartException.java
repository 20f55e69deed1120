package org.tidemark.standalone.broker;

/** The embedded broker could not start; the message is one line that says what, where and the remedy. */
public final class BrokerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerStartException(String message) {
        super(message);
    }

    BrokerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
