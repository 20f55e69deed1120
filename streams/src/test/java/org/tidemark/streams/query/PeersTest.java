package org.tidemark.streams.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.streams.peer.Holder;
import org.tidemark.streams.peer.PeerAddress;
import org.tidemark.streams.peer.PeerClient;
import org.tidemark.streams.peer.PeerLimits;
import org.tidemark.streams.peer.Peers;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.streams.state.Part;
import org.tidemark.streams.state.StoreAccess;

/** Two monitors of which each has a part, and others that do not answer as they should. */
class PeersTest {
    private static final Part FIRST = new Part(StorePlace.ECONOMIES, 0);
    private static final Part SECOND = new Part(StorePlace.ECONOMIES, 1);
    private static final Part PANELS = new Part(StorePlace.PANELS, 0);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final PeerLimits PATIENT = new PeerLimits(LONG, LONG, LONG, LONG);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final List<String> OF_FIRST = List.of("AT", "DE", "US");
    private static final List<String> OF_SECOND = List.of("CN", "FR");

    private final QueryFixture whole = new QueryFixture();
    private final FilledStores firstStores = new FilledStores();
    private final FilledStores secondStores = new FilledStores();
    private final Some first = new Some("ours", firstStores, FIRST, PANELS);
    private final Some second = new Some("ours", secondStores, SECOND);
    private QueryFixture asked = new QueryFixture(first, new PeerClient(PATIENT));
    private final QueryFixture other = new QueryFixture(second, new PeerClient(PATIENT));

    PeersTest() {
        OF_FIRST.forEach(economy -> put(economy, firstStores));
        OF_SECOND.forEach(economy -> put(economy, secondStores));
        first.elsewhere.put(SECOND, addressOf(other));
        second.elsewhere.put(FIRST, addressOf(asked));
        second.elsewhere.put(PANELS, addressOf(asked));
    }

    @AfterEach
    void close() throws Exception {
        whole.close();
        asked.close();
        other.close();
    }

    private void put(String economy, FilledStores stores) {
        for (String day : List.of("2024-05-31", "2024-06-30")) {
            stores.put(FilledStores.estimate(economy, "TOTAL", day, 20, 5));
            whole.stores.put(FilledStores.estimate(economy, "TOTAL", day, 20, 5));
        }
    }

    private static PeerAddress addressOf(QueryFixture fixture) {
        return new PeerAddress("127.0.0.1", fixture.server.port());
    }

    /** A monitor that has some parts. */
    private static final class Some implements Peers {
        private final String application;
        private final StoreAccess stores;
        private final List<Part> here;
        private final Map<Part, PeerAddress> elsewhere = new HashMap<>();
        private boolean moving;

        Some(String application, StoreAccess stores, Part... here) {
            this.application = application;
            this.stores = stores;
            this.here = List.of(here);
        }

        @Override
        public String application() {
            return application;
        }

        @Override
        public List<Holder> holders() {
            return List.of(FIRST, SECOND, PANELS).stream()
                    .map(part -> new Holder(part, here.contains(part), elsewhere.get(part)))
                    .toList();
        }

        @Override
        public int partitionOf(String economy) {
            return OF_FIRST.contains(economy) ? 0 : 1;
        }

        @Override
        public boolean isReadable(Part part) {
            return here.contains(part) && !moving;
        }

        @Override
        public StoreAccess stores(Collection<Part> parts) {
            return stores;
        }
    }

    /** From now on the first waits no longer than this. */
    private void waitNoLongerThan(PeerLimits limits) throws Exception {
        asked.close();
        asked = new QueryFixture(first, new PeerClient(limits));
    }

    private JsonNode partial(String path) throws IOException {
        var answer = asked.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(206);
        assertThat(answer.headers().firstValue("X-Partial")).contains("true");
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json.get("partial").booleanValue()).isTrue();
        assertThat(json.get("missing")).hasSize(1);
        assertThat(json.get("missing").get(0).get("part").textValue()).isEqualTo("economies/1");
        return json;
    }

    /** Where the first believes the second part to be. */
    private String second() {
        return Objects.requireNonNull(first.elsewhere.get(SECOND)).written();
    }

    private void requireThatTheOtherIsSaidTo(String why) throws IOException {
        JsonNode json = partial("/api/v1/estimates");
        assertThat(json.get("estimates").findValuesAsText("economy")).containsExactlyElementsOf(OF_FIRST);
        assertThat(json.get("missing").get(0).get("why").textValue()).isEqualTo(why);
        assertThat(json.get("missing").get(0).get("monitor").textValue()).isEqualTo(second());
        var csv = asked.get("/api/v1/estimates?format=csv");
        assertThat(csv.statusCode()).isEqualTo(206);
        assertThat(csv.headers().firstValue("X-Missing")).contains("economies/1 at %s: %s".formatted(second(), why));
        assertThat(csv.body()).startsWith("as_of,").doesNotContain("#");
        var gone = asked.get("/api/v1/estimates?economy=FR");
        assertThat(gone.statusCode()).isEqualTo(503);
        assertThat(gone.headers().firstValue("Retry-After")).isPresent();
        assertThat(gone.body()).contains("economy FR: economies/1 at ", why);
        assertThat(asked.get("/api/v1/estimates?economy=DE").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimates",
                "estimates?format=csv",
                "estimates?limit=1",
                "estimates?limit=2&format=csv",
                "estimates?limit=4",
                "estimates?limit=5",
                "estimates?from=2024-01&limit=7",
                "estimates?from=2024-01&limit=10",
                "estimates?economy=DE",
                "estimates?economy=FR",
                "estimates?economy=CH",
                "estimates?as_of=2024-06-01",
                "news",
                "alerts?status=active",
                "observations",
                "quarantine",
                "indicators",
                "estimates?economy=Atlantis",
                "estimates?limit=x"
            })
    @DisplayName("C02-two-monitors-half-the-answer: each of two monitors answers as one that has everything")
    void eachAnswersAsOne(String question) {
        var expected = whole.get("/api/v1/" + question);

        for (QueryFixture monitor : List.of(asked, other)) {
            var answer = monitor.get("/api/v1/" + question);
            assertThat(answer.statusCode()).isEqualTo(expected.statusCode());
            assertThat(answer.body()).isEqualTo(expected.body());
            assertThat(answer.headers().firstValue("X-Truncated"))
                    .isEqualTo(expected.headers().firstValue("X-Truncated"));
            assertThat(monitor.send("HEAD", "/api/v1/" + question).headers().firstValueAsLong("content-length"))
                    .hasValue(expected.body().getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Test
    @DisplayName("R-two-monitors: who has died is named, and what the other has is told")
    void whoHasDiedIsNamed() throws Exception {
        other.close();

        requireThatTheOtherIsSaidTo("does not answer: connection refused");
    }

    @Test
    @DisplayName("R-two-monitors: a part that is being moved is missing, wherever it is")
    void aPartThatIsMovedIsMissing() throws Exception {
        second.moving = true;

        requireThatTheOtherIsSaidTo("cannot read it now");
    }

    @Test
    @DisplayName("R-two-monitors: a part that nobody is known to have is missing")
    void aPartWithoutHolderIsMissing() throws Exception {
        first.elsewhere.clear();

        JsonNode json = partial("/api/v1/estimates");

        assertThat(json.get("missing").get(0).get("monitor").isNull()).isTrue();
        assertThat(json.get("missing").get(0).get("why").textValue()).startsWith("no monitor is known to have it");
    }

    @Test
    @DisplayName("C02-two-monitors-half-the-answer: another application at an old address is not believed")
    void anotherApplicationIsNotBelieved() throws Exception {
        Some theirs = new Some("theirs", secondStores, SECOND);
        try (QueryFixture stranger = new QueryFixture(theirs, new PeerClient(PATIENT))) {
            first.elsewhere.put(SECOND, addressOf(stranger));

            requireThatTheOtherIsSaidTo("belongs to another application");
        }
    }

    @Test
    @DisplayName("C02-two-monitors-half-the-answer: no question is passed on twice")
    void noQuestionIsPassedOnTwice() throws Exception {
        // Each believes that the other has it.
        second.elsewhere.put(SECOND, addressOf(asked));
        second.moving = true;

        requireThatTheOtherIsSaidTo("cannot read it now");
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
        waitNoLongerThan(new PeerLimits(LONG, SHORT, LONG, LONG));
        try (ServerSocket hanging = serving(out -> {})) {
            first.elsewhere.put(SECOND, new PeerAddress("127.0.0.1", hanging.getLocalPort()));

            requireThatTheOtherIsSaidTo("does not answer in time");
        }
    }

    @Test
    @DisplayName("R-two-monitors: half of another monitor's answer is none")
    void halfOfAnAnswerIsNone() throws Exception {
        waitNoLongerThan(new PeerLimits(LONG, LONG, LONG, SHORT));
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
            first.elsewhere.put(SECOND, new PeerAddress("127.0.0.1", breaking.getLocalPort()));

            requireThatTheOtherIsSaidTo("broke off in the middle of its answer");
        }
    }

    @Test
    @DisplayName("C02-two-monitors-half-the-answer: a program of another kind at the address is not believed")
    void anotherProgramIsNotBelieved() throws Exception {
        try (ServerSocket page = serving(out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello"));
            out.flush();
        })) {
            first.elsewhere.put(SECOND, new PeerAddress("127.0.0.1", page.getLocalPort()));

            requireThatTheOtherIsSaidTo("does not answer as a monitor of this version");
        }
    }

    @Test
    void whoIsAskedByAMonitorAnswersForItself() {
        var answer = other.get(
                "/internal/v1/rows/estimates",
                PeerClient.APPLICATION,
                "ours",
                PeerClient.PARTS,
                "economies/0,economies/1",
                PeerClient.FORMAT,
                "json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(PeerClient.PARTS)).contains("economies/1");
        assertThat(answer.headers().firstValue(PeerClient.COUNT)).contains("2");
        assertThat(answer.body()).contains("\"FR\"").doesNotContain("\"DE\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"economies/9999999", "economies", "towns/1", "economies/-1", "null"})
    void aPartThatIsNoneIsRefused(String part) {
        var answer = other.get("/internal/v1/rows/estimates", PeerClient.APPLICATION, "ours", PeerClient.PARTS, part);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is no part");
    }

    @Test
    @DisplayName("R-two-monitors: ready says which part is missing")
    void readySaysWhatIsMissing() throws Exception {
        Coverage covered = new Coverage(whole.health(), first, new PeerClient(PATIENT));
        assertThat(covered.ready().well()).isTrue();

        other.close();
        Coverage now = new Coverage(whole.health(), first, new PeerClient(PATIENT));

        assertThat(now.live().well()).isTrue();
        assertThat(now.ready().well()).isFalse();
        assertThat(now.ready().why())
                .isEqualTo("parts of the answers are missing: economies/1 at %s: does not answer: connection refused"
                        .formatted(second()));
    }
}
