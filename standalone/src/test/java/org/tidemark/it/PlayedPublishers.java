package org.tidemark.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;

/**
 * All publishers on this machine: {@code /ID/file} has an endpoint's file, {@code /ID/list} what it lists, and
 * {@code /ID/VERSION} a version or a name of it. Each answers as the play of the day says.
 */
public final class PlayedPublishers implements AutoCloseable {
    /** What a publisher does on a day. */
    public enum Play {
        GOOD,
        UNCHANGED,
        NOT_FOUND,
        RATE_LIMITED,
        SERVER_ERROR,
        TIMEOUT,
        CUT,
        REDIRECT,
        TLS,
        UNREADABLE,
        NOT_DATA,
        EMPTY,
        TOO_LARGE,
        SHRUNK
    }

    /** Rows of a file of the first release; each later one has a row more. */
    public static final int ROWS = 4;

    private final HttpServer server;
    private final HttpsServer forged;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Play play = Play.GOOD;
    private volatile int release;

    public PlayedPublishers() throws IOException, GeneralSecurityException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        // It has no certificate at all.
        forged = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        forged.setHttpsConfigurator(new HttpsConfigurator(SSLContext.getDefault()));
        forged.setExecutor(threads);
        forged.start();
    }

    public String address(String path) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path);
    }

    public void day(Play next, int ofRelease) {
        play = next;
        release = ofRelease;
    }

    /** Paths that were asked for, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** When a version of a file with a history was committed. */
    public static Instant committed(int version) {
        return Instant.parse("2024-06-0%dT12:00:00Z".formatted(version + 1));
    }

    /** A file of a release, as it is loaded. */
    public static byte[] file(String endpoint, int ofRelease) throws IOException {
        return PublishersFiles.of(endpoint, ROWS + ofRelease, ofRelease / 4.0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        asked.add(path);
        String[] parts = path.split("/", -1);
        try (exchange) {
            switch (parts[1]) {
                case "commits" -> played(exchange, parts[0], versions(), true);
                // The page of names is well whatever the files do.
                case "names" -> send(exchange, bytes("[{\"name\":\"%s\"}]".formatted(name(parts[0]))));
                case "months" -> played(exchange, parts[0], bytes(months(parts[0])), true);
                case "version" -> send(exchange, file(parts[0], version(parts[2])));
                default -> played(exchange, parts[0], file(parts[0], release), false);
            }
        }
    }

    /** The name of an edition. */
    public String name(String endpoint) {
        return switch (endpoint) {
            case "microsoft-ai-diffusion" -> "AI_Diffusion_Q%d2026_Update.csv".formatted(release + 1);
            case "microsoft-ai-diffusion-states" -> "State_Rankings_2026Q%d.csv".formatted(release + 1);
            case "fred-md-vintages" -> "historical-vintages-of-fred-md-2015-01-to-2025-0%d.zip".formatted(release + 1);
            case "fred-qd-vintages" -> "historical-vintages-of-fred-qd-2018-05-to-2025-0%d.zip".formatted(release + 1);
            default -> month(endpoint, release);
        };
    }

    /** The name of a month's file, one a release. */
    public static String month(String endpoint, int ofRelease) {
        return "2026-0%d-%s.csv".formatted(ofRelease + 1, endpoint.substring("fred-".length(), "fred-md".length()));
    }

    private String months(String endpoint) {
        return IntStream.rangeClosed(0, release)
                .mapToObj(month -> "<a href='/x/%s?hash=1'>".formatted(month(endpoint, month)))
                .collect(Collectors.joining("\n", "<!DOCTYPE html>\n", ""));
    }

    /** As {@code %040x} of a commit has it at its end, or as the month of a name. */
    private static int version(String listed) {
        return listed.length() == 40
                ? Integer.parseInt(listed.substring(39))
                : Integer.parseInt(listed.substring("2026-".length(), "2026-01".length())) - 1;
    }

    private byte[] versions() {
        return bytes(IntStream.iterate(release, v -> v >= 0, v -> v - 1)
                .mapToObj(v -> "{\"sha\": \"%040x\", \"commit\": {\"committer\": {\"date\": \"%s\"}}}"
                        .formatted(v, committed(v)))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private void played(HttpExchange exchange, String endpoint, byte[] body, boolean list) throws IOException {
        String tag = "\"%s-%d\"".formatted(endpoint, release);
        switch (play) {
            case GOOD -> good(exchange, body, tag);
            case UNCHANGED -> {
                if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                } else {
                    good(exchange, body, tag);
                }
            }
            case NOT_FOUND -> exchange.sendResponseHeaders(404, -1);
            case RATE_LIMITED -> status(exchange, 429, "Retry-After", "3600");
            case SERVER_ERROR -> exchange.sendResponseHeaders(503, -1);
            case TIMEOUT -> slow(exchange);
            case CUT -> {
                exchange.sendResponseHeaders(200, body.length + 1_000L);
                exchange.getResponseBody().write(body);
                exchange.getResponseBody().flush();
            }
            case REDIRECT -> status(exchange, 302, "Location", "https://10.0.0.1/a");
            case TLS ->
                status(
                        exchange,
                        302,
                        "Location",
                        "https://localhost:%d/".formatted(forged.getAddress().getPort()));
            case UNREADABLE -> send(exchange, bytes("a,b\n1,2\n"));
            case NOT_DATA -> send(exchange, bytes("<!DOCTYPE html><html>Do you consent?</html>"));
            case EMPTY -> exchange.sendResponseHeaders(200, -1);
            case TOO_LARGE -> endless(exchange);
            case SHRUNK -> send(exchange, list ? bytes("[]") : PublishersFiles.of(endpoint, 1, release / 4.0));
        }
    }

    /** As it is, packed, and piece by piece. */
    private void good(HttpExchange exchange, byte[] body, String tag) throws IOException {
        exchange.getResponseHeaders().set("ETag", tag);
        if (release == 1) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, packed(body));
        } else if (release == 2) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body);
        } else {
            send(exchange, body);
        }
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(body);
        }
        return out.toByteArray();
    }

    private static void status(HttpExchange exchange, int code, String header, String value) throws IOException {
        exchange.getResponseHeaders().set(header, value);
        exchange.sendResponseHeaders(code, -1);
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private void slow(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write('a');
        exchange.getResponseBody().flush();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the other hangs up. */
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] piece = new byte[1 << 16];
        while (true) {
            exchange.getResponseBody().write(piece);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        forged.stop(0);
        threads.shutdownNow();
    }
}
