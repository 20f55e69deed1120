package org.tidemark.standalone.run;

/** What a system finds when it starts is not what it can go on from; the message says what to do in one line. */
public final class SystemStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SystemStartException(String message) {
        super(message);
    }
}
