package org.tidemark.it;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.query.QueryServer;
import org.tidemark.standalone.run.ExternalCluster;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** One of several monitors of one application, in this JVM or in a process of its own, and somebody who asks it. */
public final class PeerMonitor implements AutoCloseable {
    /** A group that waits no longer than it must for a member that was killed. */
    private static final Map<String, String> QUICK =
            Map.of("main.consumer.session.timeout.ms", "6000", "main.consumer.heartbeat.interval.ms", "500");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final AutoCloseable end;
    private final @Nullable JavaProcess process;
    private final @Nullable LocalSystem system;

    private PeerMonitor(int port, @Nullable JavaProcess process, @Nullable LocalSystem system, AutoCloseable end) {
        this.port = port;
        this.process = process;
        this.system = system;
        this.end = end;
    }

    /** An answer without what changes from one to the next: an iCalendar tells when it was made. */
    public record Answer(int status, String truncated, String body) {
        public Answer {
            body = body.replaceAll("DTSTAMP:[0-9TZ]+", "DTSTAMP");
        }
    }

    /** Begins in this JVM. */
    public static PeerMonitor here(TestBroker broker, String prefix, Path dir) throws IOException {
        int port = freePort();
        ExternalCluster cluster = new ExternalCluster(broker.bootstrap(), QUICK, Codecs.singleObject(), (short) 1);
        LocalSystem system = LocalSystem.on(
                cluster,
                new SystemSettings(dir, 0, new Topics(prefix), StoreKind.MEMORY, 1, TestSystem.CATALOGUE)
                        .advertisedAt("127.0.0.1:" + port));
        QueryServer server = new QueryServer(HttpSettings.on(QueryServer.LOOPBACK), system.sources());
        server.start(port);
        return new PeerMonitor(port, null, system, () -> {
            server.close();
            system.close();
        });
    }

    /** Begins as its users begin it. */
    public static PeerMonitor process(TestBroker broker, String prefix, Path dir, int port, String... more)
            throws IOException {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "monitor",
                "--bootstrap",
                broker.bootstrap(),
                "--prefix",
                prefix,
                "--port",
                Integer.toString(port),
                "--state-dir",
                dir.resolve("state").toString()));
        QUICK.forEach((name, value) -> arguments.addAll(List.of("--client", name + "=" + value)));
        arguments.addAll(List.of(more));
        JavaProcess process =
                JavaProcess.start(dir, "org.tidemark.standalone.cli.Tidemark", arguments.toArray(new String[0]));
        return new PeerMonitor(port, process, null, process);
    }

    public static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** A question to be filled in. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + address() + path));
    }

    /** Status and body of a page; status 0 where nobody answers. */
    public Answer ask(String path) throws InterruptedException {
        try {
            HttpResponse<String> answer = HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("X-Truncated").orElse(""),
                    answer.body());
        } catch (IOException e) {
            return new Answer(0, "", String.valueOf(e));
        }
    }

    /** Whether it knows of others that hold a part. */
    public boolean isShared() {
        return system != null && system.isShared();
    }

    public boolean isReady() throws InterruptedException {
        return ask("/health/ready").status() == 200;
    }

    /** SIGKILL: nothing is closed and nobody is told. */
    public void kill() throws IOException, InterruptedException {
        if (process == null) {
            throw new IllegalStateException("this one has no process of its own");
        }
        process.kill();
    }

    @Override
    public void close() throws IOException {
        try {
            end.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it ended");
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
