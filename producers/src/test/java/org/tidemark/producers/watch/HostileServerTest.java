package org.tidemark.producers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.catalogue.ShippedCatalogue;

/** A publisher that wants us ill, at the level of bytes: each answer is one failure with its reason, in bounded time and room. */
class HostileServerTest {
    private static final long IN_FLIGHT_MAX = 64L << 20;
    private static final Duration BRIEF = Duration.ofMillis(1_500);
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path dir = Path.of("");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket socket = listening();

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        socket.close();
        threads.shutdownNow();
    }

    private interface Attack {
        void on(OutputStream out) throws IOException;
    }

    /** Reads a question, and does to every connection the same. */
    private void play(Attack attack) {
        threads.execute(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    connections.incrementAndGet();
                    threads.execute(() -> answer(client, attack));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void answer(Socket client, Attack attack) {
        try (client) {
            byte[] end = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            int matched = 0;
            while (matched < end.length) {
                int read = client.getInputStream().read();
                if (read < 0) {
                    return;
                }
                matched = read == end[matched] ? matched + 1 : read == end[0] ? 1 : 0;
            }
            attack.on(client.getOutputStream());
        } catch (IOException e) {
            // The other has hung up, as he should.
        } finally {
            ended.countDown();
        }
    }

    private Answer ask(Duration answer) {
        String entry =
                "endpoints:\n  one: {source: INDEED_AI_POSTINGS, address: 'http://127.0.0.1:%d/a', file: a.csv, every: P1D, bytes_max: 100000, documentation: d, checked: 2026-11-30}\n"
                        .formatted(socket.getLocalPort());
        Endpoint one = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", entry)))
                .endpoints()
                .get("one");
        AskingLimits limits = new AskingLimits(LONG, answer, 0, Duration.ofMillis(1), Duration.ofMillis(2));
        return new Fetcher("tidemark-test", limits, new Keys(Map.of()), true, Clock.systemUTC())
                .ask(Objects.requireNonNull(one), Validators.NONE, dir.resolve("a.part"));
    }

    private static Attack says(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Stream<Arguments> answers() {
        String head = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
        String body = "date,jobcountry,AI_share_postings\n2024-01-01,US,1.5\n";
        return Stream.of(
                Arguments.of("no HTTP at all", says("SSH-2.0-OpenSSH_9.2\r\n\r\n"), Reason.CUT),
                Arguments.of("no status", says("HTTP/1.1 \r\n\r\n"), Reason.CUT),
                Arguments.of("status beyond numbers", says("HTTP/1.1 99999999999 OK\r\n\r\n"), Reason.SERVER_ERROR),
                Arguments.of("a header without a name", says(head + ": x\r\n\r\n"), Reason.EMPTY),
                Arguments.of("a length below nothing", says(head + "Content-Length: -5\r\n\r\n" + body), Reason.CUT),
                Arguments.of("a length that is none", says(head + "Content-Length: many\r\n\r\n" + body), Reason.CUT),
                Arguments.of(
                        "a length of exabytes",
                        says(head + "Content-Length: 9223372036854775807\r\n\r\n" + body),
                        Reason.CUT),
                Arguments.of("a longer length", says(head + "Content-Length: 5000\r\n\r\n" + body), Reason.CUT),
                Arguments.of(
                        "a chunk of exabytes",
                        says(head + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n" + body),
                        Reason.CUT),
                Arguments.of(
                        "a chunk that is none",
                        says(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + body),
                        Reason.CUT),
                Arguments.of(
                        "a port that there is none of",
                        says("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://127.0.0.1:99999/\r\n\r\n"),
                        Reason.REDIRECT),
                Arguments.of(
                        "a host that is none",
                        says("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: mailto:me@example.org\r\n\r\n"),
                        Reason.REDIRECT),
                Arguments.of(
                        "our own network by another name",
                        says(
                                "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: https://[::ffff:169.254.169.254]/\r\n\r\n"),
                        Reason.REDIRECT),
                Arguments.of(
                        "round and round",
                        says("HTTP/1.1 307 Again\r\nContent-Length: 0\r\nLocation: /a?b\r\nConnection: close\r\n\r\n"),
                        Reason.REDIRECT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void eachIsOneFailure(String name, Attack attack, Reason reason) {
        play(attack);

        assertThat(ask(LONG)).as(name).isInstanceOfSatisfying(Answer.Failure.class, failure -> {
            assertThat(failure.reason()).as(failure.detail()).isEqualTo(reason);
            assertThat(failure.detail()).doesNotContain("\n").hasSizeLessThanOrEqualTo(200);
        });
        assertThat(connections.get()).isLessThanOrEqualTo(4);
    }

    @Test
    @DisplayName("headers that come a byte at a time, or never end, are ended by time and by size")
    void headersWithoutEnd() {
        AtomicLong sent = new AtomicLong();
        play(out -> {
            says("HTTP/1.1 200 OK\r\n").on(out);
            String line = "X-Filler: " + "x".repeat(8_000) + "\r\n";
            while (sent.get() < 10 * IN_FLIGHT_MAX) {
                says(line).on(out);
                sent.addAndGet(line.length());
            }
        });

        assertThat(ask(LONG)).isInstanceOfSatisfying(Answer.Failure.class, failure -> assertThat(failure.reason())
                .isEqualTo(Reason.CUT));
        assertThat(sent.get()).isLessThan(IN_FLIGHT_MAX);
    }

    @Test
    void aHeaderThatNeverComesIsEndedByTime() {
        play(out -> {
            says("HTTP/1.1 200 OK\r\nContent-Le").on(out);
            out.flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(ask(BRIEF)).isInstanceOfSatisfying(Answer.Failure.class, failure -> assertThat(failure.reason())
                .isEqualTo(Reason.TIMEOUT));
    }

    @Test
    @DisplayName("of an error page without end nothing is taken")
    void anErrorPageWithoutEnd() throws InterruptedException {
        AtomicLong sent = new AtomicLong();
        play(out -> {
            says("HTTP/1.1 404 Not Found\r\n\r\n").on(out);
            byte[] piece = new byte[1 << 16];
            while (sent.get() < 10 * IN_FLIGHT_MAX) {
                out.write(piece);
                sent.addAndGet(piece.length);
            }
        });

        assertThat(ask(LONG)).isInstanceOfSatisfying(Answer.Failure.class, failure -> assertThat(failure.reason())
                .isEqualTo(Reason.NOT_FOUND));
        // Whoever writes to a connection that is closed is told so.
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(sent.get()).isLessThan(IN_FLIGHT_MAX);
    }

    static Stream<String> versions() {
        return Stream.of("\"" + "x".repeat(300_000) + "\"", "\"\u00e9\"");
    }

    @ParameterizedTest
    @MethodSource("versions")
    @DisplayName("a version of hundreds of kilobytes, or of letters that cannot be sent back, is none")
    void aVersionThatIsNone(String etag) {
        String body = "date,jobcountry,AI_share_postings\n2024-01-01,US,1.5\n";
        play(says("HTTP/1.1 200 OK\r\nETag: %s\r\nLast-Modified: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(etag, "y".repeat(1_000), body.length(), body)));

        assertThat(ask(LONG)).isInstanceOfSatisfying(Answer.Body.class, answer -> assertThat(answer.validators())
                .isEqualTo(Validators.NONE));
    }
}
