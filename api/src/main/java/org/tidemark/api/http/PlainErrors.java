package org.tidemark.api.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Faults that Jetty itself finds, in the form of all other errors: no page, no version, no stack. */
final class PlainErrors extends ErrorHandler {
    private static final Map<Integer, String> SAID = Map.of(
            400, "the request is no valid HTTP",
            408, "the request did not come in time",
            413, "the body of the request is too large",
            414, "the address is too long; narrow the query",
            431, "the headers of the request are too large",
            500, "this should not have happened; the log says more",
            501, "this method is not known here",
            503, "too many questions at once; ask again in some seconds",
            505, "only HTTP/1.0 and HTTP/1.1 are spoken here");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? HttpStatus.INTERNAL_SERVER_ERROR_500 : response.getStatus();
        Replies.secure(response.getHeaders());
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
        }
        boolean push = status == PushGate.TOO_LARGE && PushGate.isAsked(request);
        Replies.error(response, callback, status, push ? PushGate.WHY_TOO_LARGE : said(status));
        return true;
    }

    private static String said(int status) {
        String said = SAID.get(status);
        return said == null ? "%d %s".formatted(status, HttpStatus.getMessage(status)) : said;
    }
}
