package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.state.FilledStores;

class HeadAnswersTest {
    private final QueryFixture fixture = new QueryFixture();

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    /** What changes from one answer to the next says nothing of the page. */
    private static Map<String, Object> headers(HttpResponse<String> answer) {
        Map<String, Object> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("date") || name.equalsIgnoreCase("transfer-encoding"));
        headers.remove("content-length");
        return headers;
    }

    private static long length(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("content-length").orElseThrow();
    }

    private void requireAlike(String path) {
        HttpResponse<String> get = fixture.get(path);
        HttpResponse<String> head = fixture.send("HEAD", path);

        assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
        assertThat(headers(head)).as(path).isEqualTo(headers(get));
        assertThat(length(head)).as(path).isEqualTo(get.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(head.body()).as(path).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/",
                "/api/v1/estimates",
                "/api/v1/estimates/",
                "/api/v1/estimates?format=csv",
                "/api/v1/estimates?economy=Germany",
                "/api/v1/estimates?limit=x&format=csv",
                "/api/v1/news",
                "/api/v1/alerts",
                "/api/v1/observations",
                "/api/v1/smoothed",
                "/api/v1/scores",
                "/api/v1/quarantine",
                "/api/v1/indicators",
                "/api/v1/nothing",
                "/nothing",
                "/health/live",
                "/health/ready"
            })
    @DisplayName("D01-head-is-always-200: HEAD has the status, the headers and the length of GET")
    void headIsGetWithoutTheBody(String path) {
        requireAlike(path);
    }

    @Test
    @DisplayName("D01-head-is-always-200: HEAD of a system that is not ready is 503")
    void headSaysThatASystemIsNotReady() {
        fixture.ready = new Health(false, "no broker answers at localhost:9092; waiting for it");

        assertThat(fixture.send("HEAD", "/health/ready").statusCode()).isEqualTo(503);
        requireAlike("/health/ready");
    }

    @Test
    @DisplayName("D01-head-is-always-200: an answer longer than any buffer has its length too")
    void anAnswerOfMegabytesHasItsLength() {
        for (int i = 0; i < 5_000; i++) {
            fixture.stores.put(FilledStores.estimate("AREA" + i, "TOTAL", "2024-05-31", 20, 5));
        }

        assertThat(fixture.get("/api/v1/estimates").body()).hasSizeGreaterThan(1_000_000);
        requireAlike("/api/v1/estimates");
        requireAlike("/api/v1/estimates?format=csv&limit=10");
    }

    @Test
    @DisplayName("D01-head-is-always-200: HEAD of a scrape is a scrape")
    void headOfAScrapeIsOne() {
        HttpResponse<String> head = fixture.send("HEAD", "/metrics");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(length(head)).isGreaterThan(1_000);
    }
}
