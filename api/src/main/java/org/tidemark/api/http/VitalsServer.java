package org.tidemark.api.http;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.metrics.Exposition;
import org.tidemark.web.PageFiles;

/** Serves health and metrics, of a process that answers no questions: behind the same guards as the query API. */
public final class VitalsServer implements AutoCloseable {
    private static final int THREADS_MAX = 8;
    private static final int THREADS_MIN = 1;

    private final Server server;
    private final Clients clients;

    private VitalsServer(Server server, Clients clients) {
        this.server = server;
        this.clients = clients;
    }

    /**
     * Begins to listen.
     *
     * @param port 0 takes any free one
     * @param ready whether the process does what it is there for
     * @param metrics answers a scrape, by its Accept header
     * @throws IOException in one line where it cannot listen there
     */
    public static VitalsServer start(
            HttpSettings settings, int port, Supplier<Health> ready, Function<@Nullable String, Exposition> metrics)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX, THREADS_MIN);
        threads.setName("vitals");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        Guarded.quiet(http);
        Clients clients = new Clients(server, http, settings.bounds(), () -> false);
        clients.setHost(settings.host());
        clients.setPort(port);
        clients.setIdleTimeout(settings.bounds().idle().toMillis());
        server.addConnector(clients);
        server.setErrorHandler(new PlainErrors());
        ReadGuard readers = new ReadGuard(settings.readers(), null, null, PageFiles.load());
        Vitals vitals = new Vitals(
                () -> Vitals.health(true, "running"),
                () -> Vitals.health(ready.get().well(), ready.get().why()),
                accept -> made(metrics.apply(accept)),
                accept -> metrics.apply(accept).contentType(),
                new Nothing());
        server.setHandler(new Front(Hosts.of(settings.names()), readers, vitals));
        try {
            server.start();
        } catch (Exception e) {
            quietly(server);
            throw new IOException(
                    "metrics cannot be served at %s port %d: %s; choose another with --metrics-port"
                            .formatted(settings.host(), port, e.getMessage()),
                    e);
        }
        return new VitalsServer(server, clients);
    }

    private static Vitals.Made made(Exposition exposition) {
        return new Vitals.Made(200, exposition.contentType(), exposition.body());
    }

    /** Where it listens. */
    public int port() {
        return clients.getLocalPort();
    }

    private static void quietly(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server for metrics does not end", e);
        }
    }

    @Override
    public void close() {
        quietly(server);
    }

    /** All other addresses. */
    private static final class Nothing extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Replies.error(response, callback, 404, "there are /metrics, /health/live and /health/ready here");
            return true;
        }
    }
}
