package org.tidemark.api.query;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.DispatcherType;
import java.net.BindException;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.events.Arrivals;
import org.tidemark.api.events.LiveEvents;
import org.tidemark.api.http.Guarded;
import org.tidemark.api.http.Hosts;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.http.Replies;
import org.tidemark.api.http.WriteGuard;

/**
 * The HTTP server of a monitor. It listens where it is told to: on loopback by default. Reading is open unless the settings
 * name who may; who writes or decides needs a token.
 */
public final class QueryServer implements AutoCloseable {
    public static final String LOOPBACK = "127.0.0.1";

    static final String API = "/api/v1/";
    static final String ESTIMATES = API + "estimates";
    static final String NEWS = API + "news";
    static final String ALERTS = API + "alerts";
    static final String OBSERVATIONS = API + "observations";
    static final String QUARANTINE = API + "quarantine";
    static final String REJECTED = API + "rejected";
    static final String SMOOTHED = API + "smoothed";
    static final String SCORES = API + "scores";
    static final String INDICATORS = API + "indicators";
    static final String CALENDAR = API + "calendar";
    static final String CALENDAR_ICS = API + "calendar.ics";
    static final String RECIPES = API + "recipes";
    static final List<String> INDICATOR_PARAMETERS = List.of(Parameters.LIMIT, Parameters.FORMAT);

    private static final long REQUEST_BYTES_MAX = 64 * 1024;

    private final HttpSettings settings;
    private final QuerySources sources;
    private final @Nullable DecisionDesk desk;
    private final @Nullable LiveEvents events;
    private @Nullable Javalin server;

    /** One that takes no decisions. */
    public QueryServer(HttpSettings settings, QuerySources sources) {
        this(settings, sources, null);
    }

    /**
     * One that has not begun to listen.
     *
     * @param desk takes decisions; null where there is nowhere to send them
     */
    public QueryServer(HttpSettings settings, QuerySources sources, @Nullable DecisionDesk desk) {
        this.desk = desk;
        this.settings = settings;
        this.sources = sources;
        Arrivals arrivals = sources.arrivals();
        events = arrivals == null ? null : new LiveEvents(arrivals, Replies::json, AlertJson::text);
    }

    /**
     * Begins to listen.
     *
     * @param port 0 takes any free one
     * @throws PortTakenException when another program listens there
     */
    public void start(int port) {
        if (server != null) {
            throw new IllegalStateException("started twice; close it first, or make another");
        }
        Javalin made = Javalin.create(config -> configure(config, port));
        try {
            made.start();
        } catch (RuntimeException e) {
            made.stop();
            if (isBindException(e)) {
                throw new PortTakenException(settings.host(), port, e);
            }
            throw e;
        }
        server = made;
    }

    /** Where it listens. */
    public int port() {
        Javalin running = server;
        if (running == null) {
            throw new IllegalStateException("not started; start it first");
        }
        return running.port();
    }

    /** What is answered: method and path of each route, those that only monitors ask among them. */
    List<String> routes() {
        Javalin running = server;
        return running == null
                ? List.of()
                : running.unsafe.internalRouter.allHttpHandlers().stream()
                        .map(route -> route.endpoint.method + " " + route.endpoint.path)
                        .filter(route -> !route.contains("*"))
                        .toList();
    }

    private void configure(JavalinConfig config, int port) {
        Hosts hosts = Hosts.of(settings.names());
        Guarded guarded = new Guarded(settings, hosts, sources.health(), sources.metrics());
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = REQUEST_BYTES_MAX;
        config.jetty.modifyServletContextHandler(pages ->
                pages.addFilter(new FilterHolder(new HeadAnswers()), "/*", EnumSet.of(DispatcherType.REQUEST)));
        config.jetty.threadPool = guarded.threads();
        config.jetty.modifyHttpConfiguration(Guarded::quiet);
        config.jetty.modifyServer(guarded::guard);
        config.jetty.addConnector((server, http) -> guarded.connector(server, http, settings.host(), port));
        config.router.ignoreTrailingSlashes = true;
        new WriteGuard(settings.tokens(), settings.pushers(), hosts).addTo(config.routes);
        new Pages(sources, settings.readers() == null).addTo(config.routes);
        new DecisionPage(desk).addTo(config.routes);
        new PushPage(sources.pushes()).addTo(config.routes);
        if (events != null) {
            config.routes.get(Guarded.EVENTS, events);
        }
        ErrorAnswers.addTo(config.routes);
    }

    private static boolean isBindException(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        if (events != null) {
            events.close();
        }
        Javalin running = server;
        if (running != null) {
            running.stop();
            server = null;
        }
    }
}
