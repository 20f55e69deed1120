package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.http.PushGate;
import org.tidemark.api.http.Tokens;
import org.tidemark.producers.push.PushForm;
import org.tidemark.producers.push.PushOutcome;
import org.tidemark.producers.push.Pushed;
import org.tidemark.producers.push.RefusedRow;
import org.tidemark.validate.RejectReason;

/** Who pushes says who he is, and is told in one line what is wrong. */
class PushApiTest {
    private static final String PATH = "/api/v1/observations";
    private static final String ONE =
            "[{\"indicator\":\"a.b\",\"economy\":\"DK\",\"sector\":\"TOTAL\",\"period\":\"2024\",\"value\":1.5,\"unit\":\"percent\",\"published\":\"2025-01-31\",\"source\":\"MADE\"}]";

    @TempDir
    private Path dir = Path.of("");

    private final List<PushRequest> taken = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void serve() throws Exception {
        serve(HttpSettings.on(QueryServer.LOOPBACK)
                .withPushers(Tokens.in(Files.writeString(dir.resolve("push"), "feed:s3cret-p\n")))
                .withTokens(Tokens.in(Files.writeString(dir.resolve("tokens"), "Ada:s3cret-a\n"))));
    }

    private void serve(HttpSettings settings) throws Exception {
        fixture.close();
        fixture = new QueryFixture(settings, new PushDesk() {
            @Override
            public PushOutcome push(PushRequest request) {
                taken.add(request);
                if ("taken".equals(request.key())) {
                    throw PushRefusedException.anotherBody();
                }
                if ("full".equals(request.key())) {
                    throw PushRefusedException.notNow("the disk is full");
                }
                return PushOutcome.pending(pushed(request));
            }

            @Override
            public Optional<PushOutcome> find(String id) {
                return taken.stream()
                        .filter(request -> request.id().equals(id))
                        .map(request -> PushOutcome.pending(pushed(request)))
                        .findFirst();
            }
        });
    }

    private static Pushed pushed(PushRequest request) {
        SortedMap<RejectReason, Long> rejected = new TreeMap<>();
        rejected.put(RejectReason.BAD_NUMBER, 1L);
        return new Pushed(
                request.id(),
                Instant.parse("2025-11-30T12:00:00Z"),
                request.by(),
                request.hash(),
                request.form(),
                "00",
                1,
                1,
                new TreeMap<>(),
                rejected,
                List.of(new RefusedRow(3, RejectReason.BAD_NUMBER, "value 'x' is no number")),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private HttpResponse<String> post(String token, String type, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + fixture.server.port() + PATH))
                .POST(BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        request.header("Content-Type", type);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> json(String body, String... headers) throws Exception {
        return post("s3cret-p", "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    @Test
    @DisplayName("a body is answered with the id of its release, where it is told what became of it")
    void aBodyIsAnsweredWithAnId() throws Exception {
        HttpResponse<String> answer = json(ONE, "Idempotency-Key", "k-1");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = taken.get(0).id();
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/releases/" + id);
        assertThat(answer.body())
                .contains("\"release\":\"" + id + "\"", "\"status\":\"pending\"", "\"by\":\"feed\"")
                .contains("{\"row\":2,\"reason\":\"bad_number\",\"detail\":\"value 'x' is no number\"}")
                .endsWith("}\n");
        HttpResponse<String> told = fixture.get("/api/v1/releases/" + id);
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).isEqualTo(answer.body());
        assertThat(fixture.get("/api/v1/releases/" + id + "?limit=1").statusCode())
                .isEqualTo(400);
        assertThat(fixture.get("/api/v1/releases").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("the same key of another producer is another key, and without one the body is its own")
    void theIdFollowsFromWhoAndKey() {
        byte[] body = ONE.getBytes(StandardCharsets.UTF_8);
        PushRequest ada = PushRequest.of("Ada", "k", PushForm.JSON, body);

        assertThat(PushRequest.of("Ada", "\"k\"", PushForm.JSON, body).id())
                .isEqualTo(ada.id())
                .matches("[a-p]{24}");
        assertThat(PushRequest.of("Bob", "k", PushForm.JSON, body).id()).isNotEqualTo(ada.id());
        assertThat(PushRequest.of("Ada", null, PushForm.JSON, body).id())
                .isEqualTo(PushRequest.of("Ada", null, PushForm.JSON, body).id())
                .isNotEqualTo(ada.id());
    }

    @ParameterizedTest
    @DisplayName("without the right token nothing is taken, and none is told")
    @ValueSource(strings = {"", "s3cret-x", "s3cret-a"})
    void withoutTheTokenNothingIsTaken(String token) throws Exception {
        HttpResponse<String> answer = post(token, "application/json", ONE.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body())
                .contains("--push-token-file")
                .doesNotContain("s3cret")
                .hasLineCount(1);
        assertThat(taken).isEmpty();
    }

    @Test
    @DisplayName("who may push may not decide")
    void whoMayPushMayNotDecide() throws Exception {
        HttpRequest decision = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + fixture.server.port() + "/api/v1/quarantine/decisions"))
                .header("Authorization", "Bearer s3cret-p")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"action\": \"release\", \"economy\": \"DK\"}"))
                .build();

        assertThat(client.send(decision, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("it is off where no file of tokens was given")
    void itIsOffWithoutAFile() throws Exception {
        serve(HttpSettings.on(QueryServer.LOOPBACK)
                .withTokens(Tokens.in(Files.writeString(dir.resolve("tokens"), "Ada:s3cret-a\n"))));

        HttpResponse<String> answer = post("s3cret-a", "application/json", ONE.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("no --push-token-file was given").hasLineCount(1);
        assertThat(taken).isEmpty();
    }

    @Test
    @DisplayName("with --read-token-file who pushes may ask what became of his, and nothing else")
    void whoPushesReadsItsReleases() throws Exception {
        serve(HttpSettings.on(QueryServer.LOOPBACK)
                .withPushers(Tokens.in(dir.resolve("push")))
                .withReaders(Tokens.in(Files.writeString(dir.resolve("readers"), "r:s3cret-r\n"))));
        HttpResponse<String> answer = json(ONE);
        String[] token = {"Authorization", "Bearer s3cret-p"};

        assertThat(answer.statusCode()).isEqualTo(202);
        String place = answer.headers().firstValue("Location").orElseThrow();
        assertThat(fixture.get(place, token).statusCode()).isEqualTo(200);
        assertThat(fixture.get(place).statusCode()).isEqualTo(401);
        assertThat(fixture.get("/api/v1/estimates", token).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @DisplayName("a page of another site pushes nothing")
    @CsvSource({"Origin, http://attacker.example", "Sec-Fetch-Site, cross-site"})
    void anotherSitePushesNothing(String header, String value) throws Exception {
        assertThat(json(ONE, header, value).statusCode()).isEqualTo(403);
        assertThat(taken).isEmpty();
    }

    @Test
    @DisplayName("a body that is too large is told the bound, before and while it comes")
    void aBodyThatIsTooLarge() throws Exception {
        byte[] large = new byte[PushGate.BODY_BYTES_MAX + 1];

        HttpResponse<String> answer = post("s3cret-p", "text/csv", large);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("larger than 8,388,608 bytes; send it in parts")
                .hasLineCount(1);
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("who sends a whole body before it reads is told all the same why it was refused")
    @CsvSource({"s3cret-p, 413", "wrong, 401"})
    void aRefusalOutlivesTheBody(String token, int status) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fixture.server.port())) {
            OutputStream out = socket.getOutputStream();
            int length = 4 * PushGate.BODY_BYTES_MAX;
            out.write("POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
                    .formatted(PATH, token, length)
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[64 * 1024];
            for (int sent = 0; sent < length; sent += piece.length) {
                out.write(piece);
            }

            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.readLine()).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    @DisplayName("a body as large as it may be is taken whole")
    void aBodyAsLargeAsItMayBe() throws Exception {
        byte[] large = new byte[PushGate.BODY_BYTES_MAX];

        assertThat(post("s3cret-p", "text/csv", large).statusCode()).isEqualTo(202);
        assertThat(taken.get(0).csv()).hasSize(PushGate.BODY_BYTES_MAX);
    }

    @ParameterizedTest
    @DisplayName("what makes no sense has its status and one line")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {                        | the body is no JSON: line 1, column
            {}                       | the body is no list of observations
            []                       | the body holds no observation
            [1]                      | the body is no list of observations
            [{}] {}                  | the body is no list of observations
            {"observations": [{}], "x": 1}      | the body is no list of observations
            [{"indicater": "a"}]     | observation 1: 'indicater' is no field of an observation; did you mean indicator?
            [{}, {"note": {}}]       | observation 2: field 'note' is a list or an object
            [{"note": "a\\nb"}]      | observation 1: field 'note' holds a line break
            [{"note": 1, "note": 2}] | the body is no JSON
            """)
    void aBodyThatMakesNoSense(String body, String said) throws Exception {
        HttpResponse<String> answer = json(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(said).hasLineCount(1);
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("a header that makes no sense has its status and one line")
    @CsvSource({
        "Idempotency-Key, a b, 400, Idempotency-Key is 1 to 200 characters",
        "Content-Encoding, gzip, 415, without Content-Encoding",
        "Idempotency-Key, taken, 422, was used for another body",
        "Idempotency-Key, full, 503, the disk is full; nothing was taken"
    })
    void aHeaderThatMakesNoSense(String header, String value, int status, String said) throws Exception {
        HttpResponse<String> answer = json(ONE, header, value);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(said).hasLineCount(1);
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    }

    @ParameterizedTest
    @DisplayName("only JSON and CSV are taken")
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void otherTypesAreNotTaken(String type) throws Exception {
        HttpResponse<String> answer = post("s3cret-p", type, ONE.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("application/json or text/csv");
    }

    @ParameterizedTest
    @DisplayName("what nobody pushed is told")
    @ValueSource(strings = {"aaaaaaaaaaaaaaaaaaaaaaaa", "x", "..%2f"})
    void whatNobodyPushed(String id) {
        HttpResponse<String> answer = fixture.get("/api/v1/releases/" + id);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).hasLineCount(1);
    }

    @Test
    @DisplayName("a row of JSON becomes a row of plain CSV, whatever it begins with")
    void aRowBecomesARow() {
        String csv = new String(
                JsonFigures.csv(
                        "{\"observations\": [{\"indicator\": \"#a\", \"note\": \"=1+1\", \"value\": -1.50E3, \"release\": null, \"standard_error\": 0.1}]}"
                                .getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);

        assertThat(csv)
                .isEqualTo(
                        """
                        "indicator","economy","sector","period","value","unit","published","source","standard_error","release","status","note"
                        "#a","","","","-1.50E3","","","","0.1","","","'=1+1"
                        """);
    }
}
