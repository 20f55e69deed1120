package org.tidemark.standalone.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A real Prometheus on a free port of this machine, which scrapes nothing and serves what its folder holds. */
final class Prometheus implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final int port;

    private Prometheus(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Ends the test as skipped where Prometheus is not installed. */
    static void assumeInstalled() {
        for (String program : new String[] {"promtool", "prometheus"}) {
            assumeTrue(
                    isOnPath(program),
                    () -> "skipped: no %s on the PATH; install Prometheus to serve the history from it"
                            .formatted(program));
        }
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Prometheus on(Path data, Path dir) throws IOException, InterruptedException {
        int port = freePort();
        Path config = Files.writeString(dir.resolve("prometheus.yml"), "scrape_configs: []\n");
        Path log = dir.resolve("prometheus.log");
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + data,
                        "--storage.tsdb.retention.time=100y",
                        "--web.listen-address=127.0.0.1:" + port)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Prometheus prometheus = new Prometheus(process, log, port);
        try {
            prometheus.awaitReady();
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            prometheus.close();
            throw e;
        }
        return prometheus;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            assertThat(process.isAlive() && Instant.now().isBefore(end))
                    .as(() -> "Prometheus is not ready: " + said())
                    .isTrue();
            Thread.sleep(50);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/-/ready").statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The one value that a query has at an instant, as Prometheus writes it; empty where it has none. */
    String ask(String query, String at) throws IOException, InterruptedException {
        String path = "/api/v1/query?query=%s&time=%s"
                .formatted(
                        URLEncoder.encode(query, StandardCharsets.UTF_8),
                        URLEncoder.encode(at, StandardCharsets.UTF_8));
        JsonNode answer = new ObjectMapper().readTree(get(path).body());
        assertThat(answer.path("status").asText()).as(answer::toString).isEqualTo("success");
        JsonNode result = answer.at("/data/result");
        assertThat(result.size()).as(answer::toString).isLessThanOrEqualTo(1);
        return result.path(0).path("value").path(1).asText();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
