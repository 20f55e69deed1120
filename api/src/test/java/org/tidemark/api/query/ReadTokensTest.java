package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.http.Tokens;
import org.tidemark.api.peer.PeerClient;

/** Where reading needs a token, everything but health does. */
class ReadTokensTest {
    @TempDir
    private Path dir = Path.of("");

    private QueryFixture fixture = new QueryFixture();
    private Path readers = Path.of("");

    @BeforeEach
    void serve() throws Exception {
        readers = Files.writeString(dir.resolve("readers"), "prometheus:r3ad-a\nGrace:r3ad-b\n");
        Path writers = Files.writeString(dir.resolve("writers"), "Ada:s3cret-a\n");
        fixture.close();
        fixture = new QueryFixture(
                HttpSettings.on(QueryServer.LOOPBACK)
                        .withTokens(Tokens.in(writers))
                        .withReaders(Tokens.in(readers)),
                request -> List.of());
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/",
                "/api/v1/events",
                "/api/v1/estimates",
                "/api/v1/news?format=csv",
                "/api/v1/alerts",
                "/api/v1/observations",
                "/api/v1/quarantine",
                "/api/v1/rejected",
                "/api/v1/indicators",
                "/metrics",
                "/metrics/",
                "/internal/v1/parts",
                "/health/ready/more",
                "/health/live/../../metrics",
                "/nothing"
            })
    @DisplayName("without a token, or with one of nobody's, nothing is read")
    void nothingIsReadWithoutAToken(String path) {
        for (var answer : List.of(
                fixture.get(path),
                fixture.get(path, "Authorization", "Bearer r3ad-c"),
                fixture.get(path, "Authorization", "Basic r3ad-a"))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(answer.body())
                    .contains("with one of the server's --read-token-file")
                    .doesNotContain("r3ad");
        }
        assertThat(fixture.send("HEAD", path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r3ad-a", "r3ad-b", "s3cret-a"})
    @DisplayName("who has a token reads, and who may decide may read too")
    void whoHasATokenReads(String token) {
        for (String path : List.of("/api/v1/estimates", "/metrics", "/api/v1/")) {
            assertThat(fixture.get(path, "Authorization", "Bearer " + token).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/js/main.js", "/lib/d3.js", "/css/page.css"})
    @DisplayName("the page's own files hold no figure, and ask for the token")
    void thePageStaysOpen(String path) {
        assertThat(fixture.get(path).statusCode()).isEqualTo(200);
        assertThat(fixture.send("POST", path).statusCode()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/live/"})
    @DisplayName("health stays open: whoever restarts processes has no secret")
    void healthStaysOpen(String path) {
        assertThat(fixture.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("who may read may not decide")
    void whoMayReadMayNotDecide() {
        var answer = fixture.send(
                "POST",
                "/api/v1/quarantine/decisions",
                "Authorization",
                "Bearer r3ad-a",
                "Content-Type",
                "application/json");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName(
            "monitors that share the work read from each other with the first token of the file that all of them have")
    void monitorsReadFromEachOther() throws Exception {
        try (TwoMonitors monitors = new TwoMonitors();
                QueryFixture guarded = new QueryFixture(
                        HttpSettings.on(QueryServer.LOOPBACK).withReaders(Tokens.in(readers)),
                        request -> List.of(),
                        monitors.second,
                        new PeerClient(TwoMonitors.PATIENT))) {
            monitors.first.elsewhere.put(TwoMonitors.SECOND, TwoMonitors.addressOf(guarded));
            monitors.requireThatTheOtherIsSaidTo(
                    "does not know our token: give all monitors the same --read-token-file");

            try (QueryFixture asking = new QueryFixture(
                    HttpSettings.on(QueryServer.LOOPBACK),
                    request -> List.of(),
                    monitors.first,
                    new PeerClient(TwoMonitors.PATIENT, Tokens.in(readers)::first))) {
                assertThat(asking.get("/api/v1/estimates").body())
                        .isEqualTo(monitors.whole.get("/api/v1/estimates").body());
            }
        }
    }

    @Test
    @DisplayName("a token that is taken out of the file reads no more")
    void aTokenThatIsTakenOutReadsNoMore() throws Exception {
        Files.writeString(readers, "Grace:r3ad-b\n");

        assertThat(fixture.get("/metrics", "Authorization", "Bearer r3ad-a").statusCode())
                .isEqualTo(401);
        assertThat(fixture.get("/metrics", "Authorization", "Bearer r3ad-b").statusCode())
                .isEqualTo(200);
    }
}
