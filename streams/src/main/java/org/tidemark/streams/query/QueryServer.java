package org.tidemark.streams.query;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.DispatcherType;
import java.net.BindException;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The HTTP server of a monitor. It reads and never writes, and listens where it is told to: on loopback by default. */
public final class QueryServer implements AutoCloseable {
    public static final String LOOPBACK = "127.0.0.1";

    static final String API = "/api/v1/";
    static final String ESTIMATES = API + "estimates";
    static final String NEWS = API + "news";
    static final String ALERTS = API + "alerts";
    static final String OBSERVATIONS = API + "observations";
    static final String QUARANTINE = API + "quarantine";
    static final String REJECTED = API + "rejected";
    static final String INDICATORS = API + "indicators";
    static final List<String> INDICATOR_PARAMETERS = List.of(Parameters.LIMIT, Parameters.FORMAT);

    private static final int THREADS_MAX = 16;
    private static final int THREADS_MIN = 4;
    private static final long REQUEST_BYTES_MAX = 64 * 1024;

    private final String host;
    private final QuerySources sources;
    private @Nullable Javalin server;

    public QueryServer(String host, QuerySources sources) {
        this.host = host;
        this.sources = sources;
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
        Javalin made = Javalin.create(this::configure);
        try {
            made.start(host, port);
        } catch (RuntimeException e) {
            made.stop();
            if (isBindException(e)) {
                throw new PortTakenException(host, port, e);
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

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = REQUEST_BYTES_MAX;
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(QueryServer::sayNothingOfItself);
        config.jetty.modifyServletContextHandler(pages ->
                pages.addFilter(new FilterHolder(new HeadAnswers()), "/*", EnumSet.of(DispatcherType.REQUEST)));
        config.router.ignoreTrailingSlashes = true;
        config.routes.before(ctx -> ctx.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'")
                .header("Cache-Control", "no-store"));
        new Pages(sources).addTo(config.routes);
        ErrorAnswers.addTo(config.routes);
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(THREADS_MAX, THREADS_MIN);
        pool.setName("http");
        pool.setDaemon(true);
        return pool;
    }

    private static void sayNothingOfItself(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
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
        Javalin running = server;
        if (running != null) {
            running.stop();
            server = null;
        }
    }
}
