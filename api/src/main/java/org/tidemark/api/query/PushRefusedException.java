package org.tidemark.api.query;

/** Nothing of a body was published; the message says why, and what to do, in one line. */
public final class PushRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int UNREADABLE = 400;
    private static final int ANOTHER_BODY = 422;
    private static final int NOT_NOW = 503;

    private final int status;

    private PushRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** No figure can be read from it. */
    public static PushRefusedException unreadable(String why) {
        return new PushRefusedException(UNREADABLE, why);
    }

    /** Its key has stood for another body. */
    public static PushRefusedException anotherBody() {
        return new PushRefusedException(
                ANOTHER_BODY,
                "this Idempotency-Key was used for another body; give every body a key of its own, and none twice");
    }

    /** It can be sent again. */
    public static PushRefusedException notNow(String why) {
        return new PushRefusedException(
                NOT_NOW, why + "; nothing was taken, send the same again under the same Idempotency-Key");
    }

    int status() {
        return status;
    }
}
