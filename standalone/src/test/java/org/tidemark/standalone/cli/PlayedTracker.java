package org.tidemark.standalone.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A publisher of two files of daily figures, on this machine: each release revises the month before and adds one. */
final class PlayedTracker implements AutoCloseable {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private volatile int release;
    private volatile boolean broken;

    private PlayedTracker(HttpServer server) {
        this.server = server;
    }

    static PlayedTracker start() {
        try {
            PlayedTracker tracker =
                    new PlayedTracker(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            tracker.server.createContext("/", tracker::answer);
            tracker.server.start();
            return tracker;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was asked for, with the version that the asker had. */
    List<String> asked() {
        return asked;
    }

    /** Publishes a release. */
    void release(int number) {
        release = number;
    }

    /** Whether the file of Germany is not to be found. */
    void broken(boolean now) {
        broken = now;
    }

    private static String file(String path, int release) {
        StringBuilder text = new StringBuilder("date,jobcountry,AI_share_postings\n");
        for (int day = 1; day <= 31 * (release + 2); day++) {
            double value = (path.equals("/us") ? 2.0 : 1.0) + day / 100.0 + (day > 31 * (release + 1) ? 0.05 : 0);
            text.append("%s,%s,%.4f\n"
                    .formatted(LocalDate.of(2024, 1, 1).plusDays(day), path.equals("/us") ? "US" : "DE", value));
        }
        return text.toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String tag = "\"%d\"".formatted(release);
        asked.add(path + " " + exchange.getRequestHeaders().getFirst("If-None-Match"));
        try (exchange) {
            if (broken && path.equals("/de")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                byte[] body = file(path, release).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("ETag", tag);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** The two files as endpoints of a catalogue. */
    String endpoints() {
        StringBuilder yaml = new StringBuilder("endpoints:\n");
        for (String land : List.of("us", "de")) {
            yaml.append(
                    "  made-%1$s: {source: INDEED_AI_POSTINGS, address: 'http://127.0.0.1:%2$d/%1$s', file: a.csv, every: P1D, pause: PT0S, documentation: d, checked: 2026-11-30}\n"
                            .formatted(land, server.getAddress().getPort()));
        }
        return yaml.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
