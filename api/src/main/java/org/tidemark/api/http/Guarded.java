package org.tidemark.api.http;

import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.peer.PeerClient;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.app.HealthCheck;
import org.tidemark.streams.metrics.Exposition;
import org.tidemark.streams.metrics.MonitorMetrics;
import org.tidemark.web.PageFiles;

/** The server around the query API: its threads, its connector and what every request passes before it is answered. */
public final class Guarded {
    /** Where who listens for what arrives is told of it. */
    public static final String EVENTS = "/api/v1/events";

    /** Beside those that answer questions: acceptor, selectors, and those on which answers go on. */
    private static final int THREADS_BESIDE = 16;

    private static final int THREADS_MIN = 4;
    private static final int BODY_BYTES_MAX = 64 * 1024;

    private final Bounds bounds;
    private final Hosts hosts;
    private final ReadGuard readers;
    private final HttpSettings settings;
    private final QoSHandler questions;
    private final HealthCheck health;
    private final MonitorMetrics metrics;
    private final PageFiles page = PageFiles.load();

    /** For one server, which is not made yet. */
    public Guarded(HttpSettings settings, Hosts hosts, HealthCheck health, MonitorMetrics metrics) {
        this.bounds = settings.bounds();
        this.settings = settings;
        this.readers = new ReadGuard(settings.readers(), settings.tokens(), settings.pushers(), page);
        this.hosts = hosts;
        this.health = health;
        this.metrics = metrics;
        questions = questions(bounds);
    }

    /** More than can be held by those who are answered. */
    public QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(bounds.answering() + THREADS_BESIDE, THREADS_MIN);
        pool.setName("http");
        pool.setDaemon(true);
        return pool;
    }

    /** Says nothing of the server itself. */
    public static void quiet(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
    }

    /** Puts the guards before whatever handler the server is given next. */
    public void guard(Server server) {
        server.setErrorHandler(new PlainErrors());
        Function<@Nullable String, String> format = metrics::format;
        Supplier<Vitals.Made> ready = () -> vital(health.ready());
        // A body that comes slowly must take the place of no question.
        EagerContentHandler bodies = bodies(BODY_BYTES_MAX, new Departed(questions));
        bodies.excludePath(PushGate.PATH, PushGate.PATH + "/");
        EagerContentHandler pushed = bodies(PushGate.HELD_BYTES_MAX, bodies);
        pushed.includePath(PushGate.PATH, PushGate.PATH + "/");
        PushGate gate = new PushGate(settings.pushers(), metrics.pushes(), pushed);
        Handler vitals = new Vitals(() -> vital(health.live()), ready, this::scrape, format, gate);
        server.setHandler(new Front(hosts, readers, new StaticPage(page, vitals)));
    }

    private static EagerContentHandler bodies(int bytesMax, Handler next) {
        EagerContentHandler bodies =
                new EagerContentHandler(new EagerContentHandler.RetainedContentLoaderFactory(bytesMax, 1, true));
        bodies.includeMethod("POST");
        bodies.setHandler(next);
        return bodies;
    }

    /** Where it listens. */
    public Connector connector(Server server, HttpConfiguration http, String host, int port) {
        Clients clients = new Clients(server, http, bounds, () -> questions.getSuspendedRequestCount() > 0);
        clients.setHost(host);
        clients.setPort(port);
        clients.setIdleTimeout(bounds.idle().toMillis());
        return clients;
    }

    private static QoSHandler questions(Bounds bounds) {
        QoSHandler questions = new QoSHandler();
        // Two monitors that wait for each other's answers must not keep each other from answering.
        questions.excludePath(PeerClient.INTERNAL + "*");
        // Whoever listens for what arrives does so for long; how many may is bounded there.
        questions.excludePath(EVENTS);
        questions.setMaxRequestCount(bounds.answering());
        questions.setMaxSuspendedRequestCount(bounds.waiting());
        questions.setMaxSuspend(bounds.waitAtMost());
        return questions;
    }

    private static Vitals.Made vital(Health health) {
        return Vitals.health(health.well(), health.why());
    }

    // Prometheus' formats are told apart by the whole content type.
    private Vitals.Made scrape(String format) {
        Exposition exposition = metrics.scrape(format);
        return new Vitals.Made(200, exposition.contentType(), exposition.body());
    }
}
