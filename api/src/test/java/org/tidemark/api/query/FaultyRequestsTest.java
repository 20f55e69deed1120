package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.http.HttpSettings;

/** Every answer of the port has the same headers, and every fault the same short form, whoever finds it. */
class FaultyRequestsTest {
    private static final String END = "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final List<String> SECURITY = List.of(
            "x-content-type-options: nosniff",
            "content-security-policy: default-src 'none'",
            "referrer-policy: no-referrer",
            "cross-origin-resource-policy: same-origin",
            "cache-control: no-store");

    private final QueryFixture fixture =
            new QueryFixture(HttpSettings.on(QueryServer.LOOPBACK).withNames(Set.of("tidemark")));

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private String ask(String request) {
        try (RawClient client = new RawClient(fixture.server.port())) {
            return client.say(request).readToTheEnd();
        }
    }

    static Stream<Arguments> faults() {
        String tls = new String(HexFormat.of().parseHex("16030100a00100009c0303"), StandardCharsets.ISO_8859_1);
        return Stream.of(
                Arguments.of("no HTTP at all", 400, "\u0001\u0002garbage\r\n\r\n"),
                Arguments.of("TLS", 400, tls + "\r\n\r\n"),
                Arguments.of("no path", 400, "GET\r\n\r\n"),
                Arguments.of("no Host", 400, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"),
                Arguments.of("two Hosts", 400, "GET / HTTP/1.1\r\nHost: localhost" + END),
                Arguments.of("two lengths", 400, "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2" + END),
                Arguments.of(
                        "a length and chunks",
                        400,
                        "POST / HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked" + END),
                Arguments.of("a folded header", 400, "GET / HTTP/1.1\r\nX-A: a\r\n b" + END),
                Arguments.of("a space in a name", 400, "GET / HTTP/1.1\r\nX A: a" + END),
                Arguments.of("another version", 505, "GET / HTTP/7.3" + END),
                Arguments.of("HTTP/2", 426, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                Arguments.of("a long address", 414, "GET /" + "a".repeat(100_000) + " HTTP/1.1" + END),
                Arguments.of(
                        "a long query", 414, "GET /api/v1/estimates?economy=" + "A".repeat(9_000) + " HTTP/1.1" + END),
                Arguments.of("a long header", 431, "GET / HTTP/1.1\r\nX-A: " + "a".repeat(1_000_000) + END),
                Arguments.of("many headers", 431, "GET / HTTP/1.1\r\n" + "X-A: b\r\n".repeat(10_000) + "X-B: c" + END),
                Arguments.of("a bad escape", 400, "GET /api/%zz HTTP/1.1" + END),
                Arguments.of("an ambiguous path", 404, "GET /api/v1/%2e%2e/estimates HTTP/1.1" + END),
                Arguments.of("an encoded slash", 404, "GET /api/v1%2Festimates HTTP/1.1" + END),
                Arguments.of("a NUL", 400, "GET /api/v1/a%00b HTTP/1.1" + END),
                Arguments.of("what is not there", 404, "GET /nothing HTTP/1.1" + END),
                Arguments.of("another method", 405, "DELETE /api/v1/estimates HTTP/1.1" + END),
                Arguments.of("TRACE", 405, "TRACE /api/v1/estimates HTTP/1.1" + END),
                Arguments.of("OPTIONS", 405, "OPTIONS /api/v1/estimates HTTP/1.1" + END),
                Arguments.of("an unknown method", 405, "FOO /api/v1/estimates HTTP/1.1" + END),
                Arguments.of("a method for health", 405, "DELETE /health/live HTTP/1.1" + END),
                Arguments.of("a method for metrics", 405, "FOO /metrics HTTP/1.1" + END),
                Arguments.of("a tunnel", 405, "CONNECT localhost:80 HTTP/1.1" + END),
                Arguments.of(
                        "a body that is too large",
                        413,
                        "POST /api/v1/estimates HTTP/1.1\r\nContent-Length: 1000000"
                                + END.concat("a".repeat(1_000_000))),
                Arguments.of(
                        "a foreign name", 421, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("R-slow-readers: a fault is told on one line with the headers of every answer")
    @MethodSource("faults")
    void aFaultIsToldOnOneLine(String what, int status, String request) throws Exception {
        String answer = ask(request);
        String[] parts = answer.replace("<reset>", "").split("\r\n\r\n", 2);

        assertThat(parts[0]).as(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(parts[0].toLowerCase(Locale.ROOT).lines())
                .anySatisfy(l -> assertThat(l).isEqualTo("content-type: application/json"))
                .noneMatch(l -> l.startsWith("server:") || l.startsWith("x-powered-by") || l.contains("jetty"));
        assertThat(parts[0].toLowerCase(Locale.ROOT)).contains(SECURITY.toArray(String[]::new));
        assertThat(parts[1].strip().lines()).hasSize(1);
        assertThat(new ObjectMapper().readTree(parts[1]).get("error").textValue())
                .isNotBlank()
                .doesNotContainIgnoringCase("jetty", "exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/", "/health/live", "/health/ready", "/metrics"})
    void everyAnswerCarriesTheHeaders(String page) {
        assertThat(ask("GET " + page + " HTTP/1.1" + END).toLowerCase(Locale.ROOT))
                .contains(SECURITY.toArray(String[]::new));
    }

    @ParameterizedTest
    @DisplayName("the page, and a list that everybody may read, may be kept while the same, and have the other headers")
    @ValueSource(strings = {"/", "/api/v1/estimates", "/api/v1/estimates?format=csv"})
    void whatMayBeKeptCarriesTheHeaders(String page) {
        assertThat(ask("GET " + page + " HTTP/1.1" + END).toLowerCase(Locale.ROOT))
                .contains(SECURITY.subList(0, 4).toArray(String[]::new))
                .contains("cache-control: no-cache");
    }

    @ParameterizedTest
    @DisplayName("names of this server are answered, with every spelling of loopback")
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:80",
                "localhost.",
                "127.0.0.1:8080",
                "127.9.9.9",
                "[::1]:8080",
                "tidemark",
                "Tidemark:8080"
            })
    void ownNamesAreAnswered(String host) {
        assertThat(ask("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @DisplayName("a name that somebody pointed here is told 421, on health and metrics too")
    @ValueSource(
            strings = {
                "attacker.example",
                "localhost.attacker.example:8080",
                "127.0.0.1.attacker.example",
                "tidemark.attacker.example",
                "10.1.2.3",
                "[2001:db8::1]",
                "2130706433",
                "0x7f.1",
                "localhost@attacker.example"
            })
    void otherNamesAreNot(String host) {
        for (String page : List.of("/", "/api/v1/estimates", "/health/live", "/metrics")) {
            assertThat(ask("GET " + page + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .matches(answer -> answer.startsWith("HTTP/1.1 421 ") || answer.startsWith("HTTP/1.1 400 "));
        }
        assertThat(ask("GET http://attacker.example/metrics HTTP/1.1" + END))
                .matches(answer -> answer.startsWith("HTTP/1.1 421 ") || answer.startsWith("HTTP/1.1 400 "));
    }

    @Test
    @DisplayName("HTTP/1.0 knows no Host, as the container's health check")
    void withoutAHostInTheOldVersion() {
        assertThat(ask("GET /health/ready HTTP/1.0\r\n\r\n")).contains(" 200 OK");
    }

    @Test
    @DisplayName("HEAD has the headers of GET and no body, on health and metrics too")
    void headHasNoBody() {
        for (String page : List.of("/health/live", "/health/ready", "/metrics", "/api/v1/estimates")) {
            String head = ask("HEAD " + page + " HTTP/1.1" + END);
            assertThat(head).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
            assertThat(head.split("\r\n\r\n", -1)).hasSize(2);
        }
    }
}
