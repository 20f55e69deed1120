package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A server in a process of its own on a free port of this machine; closing it ends the process. */
final class Running implements AutoCloseable {
    /** So generous that only something that hangs exceeds it, on a machine however busy. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int OK = 200;
    private static final int LOOK_EVERY_MS = 100;
    private static final int LAST_LINES = 5;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private final int port;

    private Running(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Looked at again and again. */
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it and waits until it says at {@code ready} that it is. */
    static Running start(Path directory, List<String> command, int port, String ready)
            throws IOException, InterruptedException {
        Path log = directory.resolve(Path.of(command.get(0)).getFileName() + "-" + port + ".log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Running running = new Running(process, log, port);
        try {
            running.await("an answer at " + ready, () -> running.answers(ready));
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            running.close();
            throw e;
        }
        return running;
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return send("GET", path, "").statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    void await(String what, Condition condition) throws IOException, InterruptedException {
        await(() -> what, condition);
    }

    /**
     * Waits until it holds.
     *
     * @param what is asked only when it was in vain, so that it can say how far things have come
     */
    void await(Supplier<String> what, Condition condition) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(process.isAlive() && Instant.now().isBefore(end))
                    .as(() -> "waited in vain for %s; it printed last:%n%s".formatted(what.get(), lastSaid()))
                    .isTrue();
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    /** What it has printed. */
    String said() {
        return Place.text(log);
    }

    private String lastSaid() {
        List<String> lines = said().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    int port() {
        return port;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(() -> path + ": " + answer.body()).isEqualTo(OK);
        return Place.json(answer.body());
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                int unused = process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Process unused = process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
