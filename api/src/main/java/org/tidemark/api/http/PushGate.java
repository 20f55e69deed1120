package org.tidemark.api.http;

import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.tidemark.streams.metrics.OutcomeCounts;

/**
 * Stands before the body of what is pushed: nobody without a token makes the server hold one, none is larger than may be,
 * and few are held at once.
 */
public final class PushGate extends Handler.Wrapper {
    /** Of one body. */
    public static final int BODY_BYTES_MAX = 8 * 1024 * 1024;

    /** What one may take while it comes: each piece of it counts for a byte more. The page counts exactly. */
    static final int HELD_BYTES_MAX = BODY_BYTES_MAX + BODY_BYTES_MAX / 8;

    public static final int TOO_LARGE = 413;
    public static final String WHY_TOO_LARGE =
            "the body is larger than %,d bytes; send it in parts, each under a key of its own"
                    .formatted(BODY_BYTES_MAX);

    static final String PATH = "/api/v1/observations";
    static final String OFF = "no figures are taken over HTTP here: no --push-token-file was given at the start";
    static final String WHO =
            "say who you are: Authorization: Bearer TOKEN, with a token of the server's --push-token-file";

    private static final int AT_ONCE = 4;

    private final @Nullable Tokens pushers;
    private final OutcomeCounts counts;
    private final Semaphore bodies = new Semaphore(AT_ONCE);

    /**
     * Before what reads bodies.
     *
     * @param pushers who may push; null where nobody may
     * @param counts counts what came of each request
     */
    PushGate(@Nullable Tokens pushers, OutcomeCounts counts, Handler next) {
        super(next);
        this.pushers = pushers;
        this.counts = counts;
    }

    /** What an answer to a push means, as it is written in metrics. */
    static String outcome(int status) {
        return switch (status) {
            case HttpStatus.ACCEPTED_202 -> "accepted";
            case HttpStatus.BAD_REQUEST_400 -> "unreadable";
            case HttpStatus.UNAUTHORIZED_401 -> "unauthorized";
            case HttpStatus.FORBIDDEN_403 -> "forbidden";
            case TOO_LARGE -> "too_large";
            case HttpStatus.UNSUPPORTED_MEDIA_TYPE_415 -> "unsupported";
            case HttpStatus.UNPROCESSABLE_ENTITY_422 -> "another_body";
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> "unavailable";
            default -> "other";
        };
    }

    static boolean isAsked(Request request) {
        return request.getMethod().equals("POST")
                && Vitals.page(Request.getPathInContext(request)).equals(PATH);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!isAsked(request)) {
            return super.handle(request, response, callback);
        }
        Request.addCompletionListener(request, failure -> counts.count(outcome(response.getStatus())));
        int refused = refusal(request);
        if (refused != 0) {
            refuse(refused, response, callback);
            return true;
        }
        if (!bodies.tryAcquire()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
            Replies.error(
                    response,
                    callback,
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    "%d bodies are being taken; send this one again in some seconds".formatted(AT_ONCE));
            return true;
        }
        Request.addCompletionListener(request, failure -> bodies.release());
        return super.handle(request, response, callback);
    }

    private int refusal(Request request) {
        if (pushers == null) {
            return HttpStatus.FORBIDDEN_403;
        }
        if (pushers.nameOf(request.getHeaders().get(HttpHeader.AUTHORIZATION)).isEmpty()) {
            return HttpStatus.UNAUTHORIZED_401;
        }
        return request.getLength() > BODY_BYTES_MAX ? TOO_LARGE : 0;
    }

    private static void refuse(int status, Response response, Callback callback) {
        String why = status == TOO_LARGE ? WHY_TOO_LARGE : OFF;
        if (status == HttpStatus.UNAUTHORIZED_401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
            why = WHO;
        }
        Replies.error(response, callback, status, why);
    }
}
