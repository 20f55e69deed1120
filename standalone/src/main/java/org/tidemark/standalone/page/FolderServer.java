package org.tidemark.standalone.page;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.tidemark.api.http.Hosts;
import org.tidemark.api.http.StaticPage;
import org.tidemark.api.query.QueryServer;
import org.tidemark.web.PageFile;
import org.tidemark.web.PageFiles;

/** Serves the page with the files of one folder, on loopback. It sends the files that the page reads, and no other. */
public final class FolderServer implements AutoCloseable {
    /** What the page reads. */
    static final Set<String> READ = Set.of(
            "estimates.csv",
            "estimates.json",
            "stages.csv",
            "terms.csv",
            "withheld.csv",
            "news.csv",
            "alerts.csv",
            "observations.csv",
            "quarantine.csv",
            "rejected.csv",
            FolderWords.FILE);

    private final PageFiles page = PageFiles.load();
    private final Hosts hosts = Hosts.of(List.of());
    private final Path data;
    private final FolderWords words;
    private final Javalin server;

    /**
     * Begins to listen.
     *
     * @param folder what "replay" or "report" has left
     * @param port 0 takes any free one
     * @throws IOException when no estimates are there
     */
    public FolderServer(Path folder, FolderWords words, int port) throws IOException {
        Path inside = folder.resolve(PageFolder.DATA);
        data = Files.isDirectory(inside) ? inside : folder;
        if (!Files.exists(data.resolve("estimates.csv"))) {
            throw new IOException(
                    "%s: no estimates.csv is there; name a folder that 'tidemark replay --out' or 'tidemark report --out' has written"
                            .formatted(folder));
        }
        this.words = words;
        server = Javalin.create(this::configure);
        try {
            server.start(QueryServer.LOOPBACK, port);
        } catch (JavalinBindException e) {
            throw new IOException("port %d is taken; give another with --port".formatted(port), e);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.routes.before(this::guard);
        config.routes.get("/data/{name}", this::data);
        config.routes.get("/", ctx -> page(ctx, PageFiles.INDEX));
        page.all().forEach(file -> config.routes.get("/" + file.path(), ctx -> page(ctx, file.path())));
    }

    private void guard(Context ctx) {
        String host = ctx.header("Host");
        InetSocketAddress here =
                new InetSocketAddress(ctx.req().getLocalAddr(), ctx.req().getLocalPort());
        if (host != null && !hosts.allow(host, here)) {
            throw new HttpResponseException(421, "ask for localhost");
        }
        ctx.header("Content-Security-Policy", StaticPage.POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cache-Control", "no-cache");
    }

    private void page(Context ctx, String path) {
        PageFile file = page.at("/" + path).orElseThrow(NotFoundResponse::new);
        ctx.contentType(file.contentType()).result(PageFolder.bytes(file));
    }

    private void data(Context ctx) throws IOException {
        String name = ctx.pathParam("name");
        if (!READ.contains(name)) {
            throw new NotFoundResponse();
        }
        Path file = data.resolve(name);
        ctx.contentType(name.endsWith(".json") ? "application/json" : "text/csv; charset=utf-8");
        if (Files.exists(file)) {
            ctx.result(Files.newInputStream(file));
        } else if (name.equals(FolderWords.FILE)) {
            ctx.result(words.json(data));
        } else {
            throw new NotFoundResponse();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
