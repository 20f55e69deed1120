package org.tidemark.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Apicurio Registry in a process of its own, in memory and on loopback. It comes as a package of 150 MB, so nothing fetches it by
 * itself; and it needs a later Java than Tidemark does.
 */
public final class RealRegistry implements AutoCloseable {
    static final String VERSION = "3.3.3";

    private static final String HOME = "tidemark.registry.home";
    private static final int JAVA_MIN = 21;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LOOK_EVERY_MS = 250;
    private static final Pattern JAVA_VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private final Process process;
    private final int port;
    private final int management;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RealRegistry(Process process, int port, int management) {
        this.process = process;
        this.port = port;
        this.management = management;
    }

    /** Why it cannot be run here, in one line; empty when it can. */
    public static Optional<String> missing() throws IOException {
        if (java().isEmpty()) {
            return Optional.of(
                    "skipped: the registry needs a JDK %d or later; install one in /usr/lib/jvm or set JAVA21_HOME"
                            .formatted(JAVA_MIN));
        }
        if (!Files.exists(unpacked()) && !Files.exists(archive())) {
            return Optional.of(
                    "skipped: no %s; fetch it with 'mvn dependency:get -Dtransitive=false -Dartifact=io.apicurio:apicurio-registry-app:%s:tar.gz:all', or set -D%s to where it is unpacked"
                            .formatted(archive(), VERSION, HOME));
        }
        return Optional.empty();
    }

    /** Starts it and waits until it says that it is ready. */
    public static RealRegistry start(Path folder) throws IOException, InterruptedException {
        Path home = Files.exists(unpacked()) ? unpacked() : unpack();
        int port = free();
        int management = free();
        List<String> command = List.of(
                java().orElseThrow().toString(),
                "-Xmx512m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + management,
                "-jar",
                home.resolve("quarkus-run.jar").toAbsolutePath().toString());
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        RealRegistry registry = new RealRegistry(process, port, management);
        registry.awaitReady(folder.resolve("registry.log"));
        return registry;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Of its Confluent-compatible API. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(api(path)).GET());
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(api(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI api(String path) {
        return URI.create(url() + "/apis/ccompat/v7" + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        URI ready = URI.create("http://127.0.0.1:%d/health/ready".formatted(management));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isWell(ready)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new AssertionError("the registry did not come up: " + Files.readString(log));
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private boolean isWell(URI uri) throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(uri).GET()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path unpacked() {
        String told = System.getProperty(HOME);
        return told == null || told.isBlank()
                ? Path.of("target", "apicurio-registry-" + VERSION).toAbsolutePath()
                : Path.of(told);
    }

    private static Path archive() {
        String repository = System.getProperty(
                "maven.repo.local",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString());
        return Path.of(repository, "io", "apicurio", "apicurio-registry-app", VERSION)
                .resolve("apicurio-registry-app-%s-all.tar.gz".formatted(VERSION));
    }

    /** Beside the place where it is looked for, and moved there when it is whole. */
    private static Path unpack() throws IOException, InterruptedException {
        Path home = unpacked();
        Path parts = Files.createTempDirectory(Files.createDirectories(home.resolveSibling(".")), "registry-parts");
        Process tar = new ProcessBuilder("tar", "xzf", archive().toString(), "-C", parts.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tar.waitFor() != 0) {
            throw new AssertionError("%s cannot be unpacked: %s".formatted(archive(), said));
        }
        return Files.move(parts, home);
    }

    /** A Java that is new enough: the one that is named, this one, or one where Debian's packages and Temurin's put it. */
    private static Optional<Path> java() throws IOException {
        List<Path> homes = new ArrayList<>();
        for (String variable : List.of("JAVA21_HOME", "JDK_21", "JAVA_HOME")) {
            String home = System.getenv(variable);
            if (home != null && !home.isBlank()) {
                homes.add(Path.of(home));
            }
        }
        homes.add(Path.of(System.getProperty("java.home")));
        Path common = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(common)) {
            try (Stream<Path> found = Files.list(common)) {
                found.sorted().forEach(homes::add);
            }
        }
        return homes.stream()
                .filter(home -> version(home) >= JAVA_MIN)
                .map(home -> home.resolve("bin").resolve("java"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int version(Path home) {
        try {
            Matcher matcher = JAVA_VERSION.matcher(Files.readString(home.resolve("release")));
            return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
