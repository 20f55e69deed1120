package org.tidemark.grafana;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A publisher on this machine that has one file, and another that it has lost. */
final class Feed implements AutoCloseable {
    private static final String FIGURES = "date,jobcountry,AI_share_postings\n2024-01-01,CH,1.5\n2024-01-02,CH,1.6\n";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;

    private Feed(HttpServer server) {
        this.server = server;
    }

    static Feed start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Feed::answer);
        server.start();
        return new Feed(server);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/there")) {
                byte[] body = FIGURES.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(OK, body.length);
                exchange.getResponseBody().write(body);
            } else {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            }
        }
    }

    /** A catalogue by which both are asked. */
    Path catalogue(Path dir) throws IOException {
        StringBuilder yaml = new StringBuilder("endpoints:\n");
        for (String name : new String[] {"there", "lost"}) {
            yaml.append(
                    "  made-%1$s: {source: INDEED_AI_POSTINGS, address: 'http://127.0.0.1:%2$d/%1$s', file: a.csv, every: P1D, pause: PT0S, documentation: d, checked: 2026-11-30}%n"
                            .formatted(name, server.getAddress().getPort()));
        }
        return Files.writeString(dir.resolve("feed.yaml"), yaml);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
