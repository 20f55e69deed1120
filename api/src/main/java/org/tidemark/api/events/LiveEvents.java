package org.tidemark.api.events;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.alert.AlertEvent;

/**
 * Tells whoever listens what arrives, as server-sent events: {@code hello} once everything is told, {@code changed} with the
 * economies whose estimates were said anew, {@code alert} with the alert. Nothing is read while nobody listens.
 *
 * <p>An event is small and goes into the buffers of the connection. Who does not take it is cut off as every slow client is.
 */
public final class LiveEvents implements Handler, Arrivals.Listener, AutoCloseable {
    /** Who listens beyond these is told 503, and to ask again. */
    public static final int CLIENTS_MAX = 64;

    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final String EVENT_STREAM = "text/event-stream";

    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final SseHandler streams = new SseHandler(this::add);
    private final Arrivals arrivals;
    private final Function<Object, String> json;
    private final Function<AlertEvent, String> alertJson;
    private @Nullable Thread reader;
    private boolean began;
    private boolean closed;

    /**
     * For one server.
     *
     * @param json writes maps and lists
     * @param alertJson writes an alert as the query API does
     */
    public LiveEvents(Arrivals arrivals, Function<Object, String> json, Function<AlertEvent, String> alertJson) {
        this.arrivals = arrivals;
        this.json = json;
        this.alertJson = alertJson;
    }

    @Override
    public void handle(Context ctx) {
        if (clients.size() >= CLIENTS_MAX) {
            ctx.header("Retry-After", "30");
            throw new ServiceUnavailableResponse("%d listen already; ask again later".formatted(CLIENTS_MAX));
        }
        String accepted = ctx.header("Accept");
        if (accepted == null || !accepted.contains(EVENT_STREAM)) {
            throw new HttpResponseException(406, "events come as text/event-stream; send Accept: text/event-stream");
        }
        streams.handle(ctx);
    }

    private synchronized void add(SseClient client) {
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        if (began) {
            hello(client);
        }
        if (reader == null && !closed) {
            reader = new Thread(this::read, "http-events");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private void read() {
        try {
            arrivals.follow(this, this::isWanted);
        } catch (RuntimeException e) {
            LOG.warn("what arrives cannot be told for now: {}", e.toString());
            // They ask again, and see by themselves what they missed.
            failed().forEach(SseClient::close);
        }
    }

    private synchronized boolean isWanted() {
        if (closed || clients.isEmpty()) {
            began = false;
            reader = null;
            return false;
        }
        return true;
    }

    /** The next who asks begins another reader; those who listened to this one are to be told that it has ended. */
    private synchronized List<SseClient> failed() {
        List<SseClient> listened = List.copyOf(clients);
        clients.clear();
        began = false;
        reader = null;
        return listened;
    }

    private static void hello(SseClient client) {
        client.sendEvent("hello", "{}");
    }

    @Override
    public synchronized void began() {
        began = true;
        clients.forEach(LiveEvents::hello);
    }

    @Override
    public void estimated(Set<String> economies, int estimates) {
        tell("changed", json.apply(Map.of("economies", economies, "estimates", estimates)));
    }

    @Override
    public void alerted(AlertEvent event) {
        tell("alert", alertJson.apply(event));
    }

    /** Also keeps the connections: silence looks like one that has gone. */
    @Override
    public void passed() {
        clients.forEach(client -> client.sendComment("still here"));
    }

    private void tell(String event, String data) {
        clients.forEach(client -> client.sendEvent(event, data));
    }

    @Override
    public synchronized void close() {
        closed = true;
        clients.forEach(SseClient::close);
        clients.clear();
        Thread running = reader;
        if (running != null) {
            running.interrupt();
        }
    }
}
