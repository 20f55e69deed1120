package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.peer.PeerClient;
import org.tidemark.api.peer.PeerLimits;
import org.tidemark.api.peer.PeerRow;
import org.tidemark.api.peer.RowFrames;
import org.tidemark.engine.table.Key;
import org.tidemark.streams.peer.PeerAddress;

/** Monitors that do not answer as they should: they are missing, and everything else is told. */
class BrokenPeersTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int ROWS_OF_4_MIB = 1_050;

    private final TwoMonitors monitors = new TwoMonitors();

    @AfterEach
    void close() throws Exception {
        monitors.close();
    }

    private interface Answerer {
        void answer(OutputStream out) throws IOException;
    }

    /** Whoever connects gets the same bytes, and the connection stays open. */
    private static ServerSocket serving(Answerer answerer) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    Socket client = socket.accept();
                    answerer.answer(client.getOutputStream());
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return socket;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    @DisplayName("R-two-monitors: a monitor that hangs costs no more than its time")
    void aMonitorThatHangsIsNotWaitedFor() throws Exception {
        monitors.waitNoLongerThan(new PeerLimits(TwoMonitors.LONG, SHORT, TwoMonitors.LONG, TwoMonitors.LONG));
        try (ServerSocket hanging = serving(out -> {})) {
            monitors.first.elsewhere.put(TwoMonitors.SECOND, new PeerAddress("127.0.0.1", hanging.getLocalPort()));

            monitors.requireThatTheOtherIsSaidTo("does not answer in time");
        }
    }

    @Test
    @DisplayName("R-two-monitors: half of another monitor's answer is none")
    void halfOfAnAnswerIsNone() throws Exception {
        monitors.waitNoLongerThan(new PeerLimits(TwoMonitors.LONG, TwoMonitors.LONG, TwoMonitors.LONG, SHORT));
        try (ServerSocket breaking = serving(out -> {
            out.write(ascii(
                    """
                    HTTP/1.1 200 OK
                    X-Tidemark-Rows: 2
                    X-Tidemark-Parts: economies/1
                    Content-Length: 4000

                    """
                            .replace("\n", "\r\n")));
            DataOutputStream rows = new DataOutputStream(out);
            rows.writeInt(3);
            rows.writeInt(1_000_000);
            out.write(ascii("CN\0{"));
            out.flush();
        })) {
            monitors.first.elsewhere.put(TwoMonitors.SECOND, new PeerAddress("127.0.0.1", breaking.getLocalPort()));

            monitors.requireThatTheOtherIsSaidTo("broke off in the middle of its answer");
        }
    }

    @Test
    @DisplayName("C02-two-monitors-half-the-answer: a program of another kind at the address is not believed")
    void anotherProgramIsNotBelieved() throws Exception {
        try (ServerSocket page = serving(out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello"));
            out.flush();
        })) {
            monitors.first.elsewhere.put(TwoMonitors.SECOND, new PeerAddress("127.0.0.1", page.getLocalPort()));

            monitors.requireThatTheOtherIsSaidTo("does not answer as a monitor of this version");
        }
    }

    @Test
    @DisplayName("C02-two-monitors-half-the-answer: another application at an old address is not believed")
    void anotherApplicationIsNotBelieved() throws Exception {
        TwoMonitors.Some theirs = new TwoMonitors.Some("theirs", monitors.secondStores, TwoMonitors.SECOND);
        try (QueryFixture stranger = new QueryFixture(theirs, new PeerClient(TwoMonitors.PATIENT))) {
            monitors.first.elsewhere.put(TwoMonitors.SECOND, TwoMonitors.addressOf(stranger));

            monitors.requireThatTheOtherIsSaidTo("belongs to another application");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    @DisplayName("R-two-monitors: who breaks off after two MiB is missing, and the answer is a whole one that says so")
    void whoBreaksOffLateIsMissing(String format) throws Exception {
        try (ServerSocket breaking = serving(out -> {
            out.write(ascii(
                    """
                    HTTP/1.1 200 OK
                    X-Tidemark-Rows: 2000
                    X-Tidemark-Parts: economies/1
                    Content-Length: 40000000

                    """
                            .replace("\n", "\r\n")));
            RowFrames.Writer rows = new RowFrames.Writer(out);
            byte[] text = ascii("{\"economy\":\"CN\"}" + " ".repeat(4_000));
            for (int i = 0; i < ROWS_OF_4_MIB; i++) {
                rows.write(new PeerRow(Key.of(ascii("CN" + i)), text));
            }
            rows.close();
        })) {
            monitors.first.elsewhere.put(TwoMonitors.SECOND, new PeerAddress("127.0.0.1", breaking.getLocalPort()));

            var answer = monitors.asked.get("/api/v1/estimates?format=" + format);

            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.headers().firstValue("X-Missing"))
                    .hasValueSatisfying(why -> assertThat(why).endsWith("broke off in the middle of its answer"));
            assertThat(answer.body()).contains("DE").doesNotContain("CN");
            if (format.equals("json")) {
                JsonNode json = new ObjectMapper().readTree(answer.body());
                assertThat(json.get("partial").booleanValue()).isTrue();
                assertThat(json.get("estimates")).hasSize(3);
            }
        }
    }

    @Test
    @Timeout(60)
    @DisplayName(
            "C02-two-monitors-half-the-answer: an answer of many MiB arrives whole and in order, and leaves nothing behind")
    void aLongAnswerArrivesWhole() throws Exception {
        long before = temporaryFiles();
        try (ServerSocket telling = serving(out -> {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            RowFrames.Writer rows = new RowFrames.Writer(body);
            for (int i = 0; i < ROWS_OF_4_MIB; i++) {
                String text = "{\"row\":%d,\"fill\":\"%s\"}".formatted(i, "x".repeat(4_000));
                rows.write(new PeerRow(Key.of(ascii("CN%06d".formatted(i))), ascii(text)));
            }
            rows.end();
            out.write(ascii(
                    "HTTP/1.1 200 OK\r\nX-Tidemark-Rows: %d\r\nX-Tidemark-Parts: economies/1\r\nContent-Length: %d\r\n\r\n"
                            .formatted(ROWS_OF_4_MIB, body.size())));
            body.writeTo(out);
            out.flush();
        })) {
            monitors.first.elsewhere.put(TwoMonitors.SECOND, new PeerAddress("127.0.0.1", telling.getLocalPort()));

            var answer = monitors.asked.getMadeUp("/api/v1/estimates?limit=10000");

            assertThat(answer.statusCode()).isEqualTo(200);
            List<Integer> told = new ArrayList<>();
            new ObjectMapper().readTree(answer.body()).get("estimates").forEach(row -> {
                if (row.has("row")) {
                    told.add(row.get("row").intValue());
                }
            });
            assertThat(told).isEqualTo(IntStream.range(0, ROWS_OF_4_MIB).boxed().toList());
            // The file goes after the last byte, which the client has by then; other tests have theirs beside it.
            while (temporaryFiles() > before) {
                Thread.onSpinWait();
            }
        }
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("tidemark-rows-"))
                    .count();
        }
    }
}
