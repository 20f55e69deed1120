package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.http.Bounds;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.streams.state.FilledStores;

/** Many clients that hold on to their connections, and those beside them who only want to know whether it runs. */
class SlowClientsTest {
    private static final int CELLS = 2_000;
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Bounds NOBODY_IS_CUT =
            new Bounds(2_048, 8, 2_048, NEVER, NEVER, NEVER, 8 * 1024, NEVER, NEVER, NEVER);
    private static final String ALL = "GET /api/v1/estimates?limit=100000 HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final List<RawClient> clients = new ArrayList<>();
    private QueryFixture fixture = new QueryFixture();

    @AfterEach
    void close() throws Exception {
        clients.forEach(RawClient::close);
        fixture.close();
    }

    private void serve(Bounds bounds) throws Exception {
        fixture.close();
        fixture = new QueryFixture(new HttpSettings(QueryServer.LOOPBACK, Set.of(), bounds));
        for (int i = 0; i < CELLS; i++) {
            fixture.stores.put(FilledStores.estimate("AREA" + i, "TOTAL", "2024-05-31", 20, 5));
        }
        fixture.metrics.read(fixture.stores);
    }

    private RawClient connect(String says) {
        RawClient client = new RawClient(fixture.server.port()).say(says);
        clients.add(client);
        return client;
    }

    private void expectVitalSigns() {
        assertThat(fixture.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(fixture.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(fixture.get("/metrics").body()).contains("tidemark_stores_readable 1.0");
    }

    @ParameterizedTest
    @DisplayName("R-slow-readers: health and metrics answer while slow readers hang on every page")
    @CsvSource({
        "40, /api/v1/estimates?limit=100000",
        "400, /api/v1/estimates?limit=100000",
        "400, /api/v1/estimates?limit=100000&format=csv",
        "400, /metrics",
        "400, /api/v1/indicators"
    })
    void slowReadersDoNotSilenceHealth(int count, String page) throws Exception {
        serve(NOBODY_IS_CUT);
        String request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(page);
        connect(request.repeat(4));
        // Before the others come, since only some are answered at a time.
        assertThat(clients.get(0).readOne()).isEqualTo('H');
        for (int i = 1; i < count; i++) {
            connect(request.repeat(4));
        }

        expectVitalSigns();

        // The first one's answer goes on: nobody has been cut meanwhile.
        assertThat(clients.get(0).readOne()).isEqualTo('T');
    }

    @Test
    @DisplayName("R-slow-readers: a client that asks for health a thousand times and reads nothing holds no thread")
    void pipelinedHealthHoldsNoThread() throws Exception {
        serve(NOBODY_IS_CUT);
        String request = "GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (int i = 0; i < 100; i++) {
            connect(request.repeat(1_000));
        }

        expectVitalSigns();
    }

    @ParameterizedTest
    @DisplayName("R-slow-readers: clients that send slowly, or nothing at all, do not silence health")
    @ValueSource(
            strings = {
                "",
                "G",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\nX-a: ",
                "POST /api/v1/estimates HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{",
                "POST /health/live HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n"
            })
    void slowSendersDoNotSilenceHealth(String said) throws Exception {
        serve(NOBODY_IS_CUT);
        for (int i = 0; i < 400; i++) {
            connect(said);
        }

        expectVitalSigns();
        assertThat(fixture.get("/api/v1/estimates?economy=DE").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @DisplayName("R-slow-readers: whoever sends too slowly is cut off")
    @ValueSource(
            strings = {
                "",
                "G",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\nX-a: ",
                "POST /api/v1/estimates HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{",
            })
    void slowSendersAreCut(String said) throws Exception {
        serve(new Bounds(2_048, 8, 2_048, NEVER, SOON, NEVER, 8 * 1024, NEVER, NEVER, NEVER));

        assertThat(connect(said).readToTheEnd()).doesNotContain("200 OK");
    }

    @Test
    @DisplayName("R-slow-readers: a connection is closed when no further request comes")
    void idleConnectionsAreCut() throws Exception {
        serve(new Bounds(2_048, 8, 2_048, NEVER, NEVER, SOON, 8 * 1024, NEVER, NEVER, NEVER));

        assertThat(connect("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .readToTheEnd())
                .contains("200 OK");
    }

    @Test
    @DisplayName("R-slow-readers: whoever reads too slowly is cut off, and the next is answered")
    void slowReadersAreCut() throws Exception {
        serve(new Bounds(2_048, 2, 2_048, NEVER, NEVER, NEVER, 8 * 1024, SOON, SOON, NEVER));
        for (int i = 0; i < 20; i++) {
            connect(ALL.repeat(2));
        }
        assertThat(clients.get(0).readOne()).isEqualTo('H');

        assertThat(fixture.get("/api/v1/estimates?economy=DE").statusCode()).isEqualTo(200);
        // The second answer never came.
        assertThat(clients.get(0).readToTheEnd()).doesNotContain("HTTP/1.1 200");
    }

    @ParameterizedTest
    @Timeout(60)
    @DisplayName("R-slow-readers: bodies that were cut off take no place of the questions that come after them")
    @ValueSource(ints = {1, 100_000})
    void aBodyThatIsCutTakesNoPlace(int length) throws Exception {
        serve(new Bounds(2_048, 2, 2_048, NEVER, SOON, NEVER, 8 * 1024, NEVER, NEVER, NEVER));
        String says = "POST /api/v1/quarantine/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n{"
                .formatted(length + 1);
        for (int i = 0; i < 20; i++) {
            connect(says);
        }
        clients.forEach(client -> assertThat(client.readToTheEnd()).doesNotContain("200 OK"));

        assertThat(fixture.get("/api/v1/estimates?economy=DE").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("R-slow-readers: an answer that takes too long ends, and the next is given")
    void anAnswerHasAnEnd() throws Exception {
        // Long enough for a first byte on a busy machine, and far too short for all of an answer that nobody reads.
        serve(new Bounds(2_048, 1, 2_048, NEVER, NEVER, NEVER, 1, NEVER, NEVER, Duration.ofSeconds(4)));
        RawClient client = connect(ALL);
        assertThat(client.readOne()).isEqualTo('H');

        assertThat(fixture.get("/api/v1/estimates?economy=DE").statusCode()).isEqualTo(200);
        assertThat(client.readToTheEnd()).doesNotContain("AREA" + (CELLS - 1) + '"');
    }

    @Test
    @DisplayName("R-slow-readers: more connections than the bound make room for the newest")
    void theOldestSilentConnectionMakesRoom() throws Exception {
        serve(new Bounds(10, 8, 2_048, NEVER, NEVER, NEVER, 8 * 1024, NEVER, NEVER, NEVER));
        for (int i = 0; i < 50; i++) {
            connect("");
        }

        expectVitalSigns();
        assertThat(clients.get(0).readOne()).isEqualTo(-1);
    }

    @Test
    @Timeout(60)
    @DisplayName("R-slow-readers: more questions than may wait are told so at once, in one line")
    void tooManyQuestionsAreToldSo() throws Exception {
        serve(new Bounds(2_048, 1, 1, NEVER, NEVER, NEVER, 8 * 1024, NEVER, NEVER, NEVER));
        connect(ALL.repeat(2));
        assertThat(clients.get(0).readOne()).isEqualTo('H');

        // One of them waits for its turn, whichever came first; the others are told at once.
        List<RawClient> more = List.of(connect(ALL), connect(ALL), connect(ALL));

        while (more.stream().filter(RawClient::isAnswered).count() < 2) {
            Thread.onSpinWait();
        }
        assertThat(more.stream().filter(RawClient::isAnswered).map(RawClient::readOne))
                .containsOnly((int) 'H');
    }
}
