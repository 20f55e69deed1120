package org.tidemark.api.http;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Health and metrics. They are answered before the query API and without its threads: each is made on a thread of its own
 * and sent without one, so that no client, however slow, can keep another from its answer.
 */
final class Vitals extends Handler.Wrapper {
    /** An answer as it goes out. */
    // The bytes go straight to the socket, and nobody compares answers.
    @SuppressWarnings("ArrayRecordComponent")
    record Made(int status, String contentType, byte[] body) {}

    private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);

    private final Supplier<Made> live;
    private final SharedAnswer<String, Made> ready;
    private final SharedAnswer<String, Made> metrics;
    private final Function<@Nullable String, String> format;

    /**
     * Before what answers everything else.
     *
     * @param live answers at once
     * @param ready may take its time
     * @param metrics makes them in a format
     * @param format what an Accept header comes to
     */
    Vitals(
            Supplier<Made> live,
            Supplier<Made> ready,
            Function<String, Made> metrics,
            Function<@Nullable String, String> format,
            Handler next) {
        super(next);
        this.live = live;
        this.ready = new SharedAnswer<>("http-ready", key -> ready.get());
        this.metrics = new SharedAnswer<>("http-metrics", metrics);
        this.format = format;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String page = page(Request.getPathInContext(request));
        return switch (page) {
            case "/health/live", "/health/ready", "/metrics" -> vital(page, request, response, callback);
            default -> super.handle(request, response, callback);
        };
    }

    /** A path without the slash at its end. */
    static String page(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private boolean vital(String page, Request request, Response response, Callback callback) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Replies.error(response, callback, 405, "only GET and HEAD are answered here");
        } else if (page.equals("/health/live")) {
            send(live.get(), response, callback);
        } else {
            SharedAnswer<String, Made> shared = page.equals("/metrics") ? metrics : ready;
            String key =
                    page.equals("/metrics") ? format.apply(request.getHeaders().get(HttpHeader.ACCEPT)) : "";
            var unused = shared.ask(key).whenComplete((made, failure) -> {
                if (failure == null) {
                    send(made, response, callback);
                } else {
                    LOG.error("{} failed", page, failure);
                    Replies.error(response, callback, 500, "this should not have happened; the log says more");
                }
            });
        }
        return true;
    }

    private static void send(Made made, Response response, Callback callback) {
        Replies.send(response, callback, made.status(), made.contentType(), made.body());
    }

    /** Health on one line of JSON. */
    static Made health(boolean well, String why) {
        String line = Replies.json(Map.of("status", well ? "UP" : "DOWN", "why", why)) + "\n";
        return new Made(well ? 200 : 503, Replies.JSON, Replies.bytes(line));
    }

    @Override
    protected void doStop() throws Exception {
        ready.close();
        metrics.close();
        super.doStop();
    }
}
