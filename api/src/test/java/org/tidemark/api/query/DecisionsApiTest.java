package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.http.Tokens;
import org.tidemark.judge.PartId;
import org.tidemark.series.BatchId;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.QuarantineDecision;

/** Who decides over HTTP says who he is. */
class DecisionsApiTest {
    private static final String PATH = "/api/v1/quarantine/decisions";
    private static final String RELEASE = "{\"action\": \"release\", \"economy\": \"DK\", \"note\": \"asked them\"}";
    private static final PartId HELD = new PartId(
            "DK", "adoption.firms.any_use", new BatchId("EUROSTAT", "r1", PublicationDate.parse("2025-01"), "00"));

    @TempDir
    private Path dir = Path.of("");

    private final List<DecisionRequest> decided = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void serve() throws Exception {
        serve(HttpSettings.on(QueryServer.LOOPBACK)
                .withTokens(Tokens.in(Files.writeString(dir.resolve("tokens"), "Ada:s3cret-a\nBob:s3cret-b\n"))));
    }

    private void serve(HttpSettings settings) throws Exception {
        fixture.close();
        fixture = new QueryFixture(settings, request -> {
            decided.add(request);
            return "DK".equals(request.wanted().get("economy")) ? List.of(HELD) : List.of();
        });
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + fixture.server.port() + PATH))
                .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> postAs(String token, String body, String... headers) throws Exception {
        List<String> all =
                new ArrayList<>(List.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return post(body, all.toArray(String[]::new));
    }

    @Test
    @DisplayName("a decision carries the name that belongs to the token")
    void aDecisionCarriesTheName() throws Exception {
        HttpResponse<String> answer = postAs("s3cret-b", RELEASE);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body())
                .contains("\"by\":\"Bob\"", "\"economy\":\"DK\"")
                .endsWith("}\n");
        assertThat(decided)
                .containsExactly(new DecisionRequest(
                        QuarantineDecision.Action.RELEASE, Map.of("economy", "DK"), "asked them", "Bob"));
    }

    @Test
    @DisplayName("without a token, or with another, nothing is decided")
    void withoutATokenNothingIsDecided() throws Exception {
        HttpResponse<String> without = post(RELEASE, "Content-Type", "application/json");

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(without.body()).contains("Authorization: Bearer TOKEN").doesNotContain("s3cret");
        assertThat(postAs("s3cret-c", RELEASE).statusCode()).isEqualTo(401);
        assertThat(decided).isEmpty();
    }

    @Test
    @DisplayName("where no token file was given nobody decides over HTTP")
    void withoutAFileNobodyDecides() throws Exception {
        serve(HttpSettings.on(QueryServer.LOOPBACK));

        HttpResponse<String> answer = postAs("s3cret-a", RELEASE);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("no --token-file was given");
        assertThat(decided).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("a page of another site decides nothing, though its reader has a token")
    @CsvSource({
        "Origin, http://attacker.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Origin, https://localhost.attacker.example",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void anotherSiteDecidesNothing(String header, String value) throws Exception {
        HttpResponse<String> answer = postAs("s3cret-a", RELEASE, header, value);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(decided).isEmpty();
    }

    @Test
    @DisplayName("a page of this server may decide")
    void thisServersOwnPageMay() throws Exception {
        String own = "http://127.0.0.1:" + fixture.server.port();

        assertThat(postAs("s3cret-a", RELEASE, "Origin", own, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @DisplayName("only JSON is taken")
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"})
    void onlyJsonIsTaken(String type) throws Exception {
        assertThat(post(RELEASE, "Authorization", "Bearer s3cret-a", "Content-Type", type)
                        .statusCode())
                .isEqualTo(415);
        assertThat(decided).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("a body that makes no sense is told why")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {                                                  | the body is no JSON
            []                                                 | the body is no JSON object
            {"economy": "DK"}                                  | action is 'null'; write release or discard
            {"action": "believe", "economy": "DK"}             | action is 'believe'; write release or discard
            {"action": "release"}                              | say which: economy, source, release
            {"action": "release", "indicator": "x"}            | say which: economy, source, release
            {"action": "release", "economy": "DK", "by": "Eve"}| 'by' is no field of a decision
            {"action": "release", "economy": 1}                | 'economy' is no field of a decision, or no text
            {"action": "release", "economy": "DK"} {}          | the body is no JSON
            {"action": "release", "action": "discard", "economy": "DK"} | the body is no JSON
            """)
    void aBodyThatMakesNoSense(String body, String said) throws Exception {
        HttpResponse<String> answer = postAs("s3cret-a", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
        assertThat(decided).isEmpty();
    }

    @Test
    void whatIsNotHeldIsTold() throws Exception {
        HttpResponse<String> answer = postAs("s3cret-a", "{\"action\": \"discard\", \"economy\": \"FR\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("nothing that is held matches");
    }

    @Test
    @DisplayName("reading is open, and other methods stay unknown")
    void readingIsOpen() {
        assertThat(fixture.get("/api/v1/quarantine").statusCode()).isEqualTo(200);
        assertThat(fixture.get(PATH).statusCode()).isEqualTo(405);
        assertThat(fixture.send("DELETE", PATH).statusCode()).isEqualTo(405);
        assertThat(fixture.send("OPTIONS", PATH).headers().map()).doesNotContainKey("access-control-allow-origin");
    }
}
