package org.tidemark.api.http;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Ends a request only when what its client still sends has been read and dropped. A client sends its whole body before it
 * reads the answer, and a connection that is closed with bytes unread takes the answer back. The bound of time is that of
 * every body ({@link Bounds}).
 */
final class Leftover extends Callback.Nested {
    /** Whoever sends more than this is cut off. */
    private static final long BYTES_MAX = 8L * PushGate.BODY_BYTES_MAX;

    private final Request request;
    private long left = BYTES_MAX;

    /**
     * For one request with a body.
     *
     * @param callback completed when nothing is left
     */
    Leftover(Request request, Callback callback) {
        super(callback);
        this.request = request;
    }

    @Override
    public void succeeded() {
        while (left >= 0) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this::succeeded);
                return;
            }
            left -= chunk.remaining();
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                break;
            }
        }
        super.succeeded();
    }
}
