package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.estimate;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTagsTest {
    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        fixture.stores.put(estimate("DE", "TOTAL", "2024-05-31", 12.5, 4));
        fixture.stores.put(estimate("FR", "TOTAL", "2024-05-31", 12.5, 4));
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private String tag(String path) {
        return fixture.get(path).headers().firstValue("etag").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimates",
                "estimates?format=csv",
                "estimates?format=sdmx-csv",
                "estimates?format=arrow",
                "estimates?limit=1",
                "rules"
            })
    void whatHasNotChangedIsNotSentAgain(String question) {
        String path = "/api/v1/" + question;
        String tag = tag(path);

        HttpResponse<String> again = fixture.get(path, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("etag")).hasValue(tag);
        assertThat(again.headers().firstValue("cache-control")).hasValue("no-cache");
        assertThat(fixture.get(path, "If-None-Match", "\"other\", " + tag.substring(2))
                        .statusCode())
                .isEqualTo(304);
        assertThat(fixture.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void whatHasChangedIsSent() {
        String all = tag("/api/v1/estimates");
        String german = tag("/api/v1/estimates?economy=DE");
        fixture.stores.put(estimate("FR", "TOTAL", "2024-06-30", 13.5, 5));

        assertThat(fixture.get("/api/v1/estimates", "If-None-Match", all).statusCode())
                .isEqualTo(200);
        assertThat(fixture.get("/api/v1/estimates?economy=DE", "If-None-Match", german)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void eachFormAndEachPageHasATagOfItsOwn() {
        assertThat(tag("/api/v1/estimates?format=csv"))
                .isNotEqualTo(tag("/api/v1/estimates"))
                .isNotEqualTo(tag("/api/v1/estimates?format=sdmx-csv"));
        assertThat(tag("/api/v1/estimates?economy=DE")).isNotEqualTo(tag("/api/v1/estimates?limit=1"));
    }

    @Test
    void anErrorIsKeptByNobody() {
        HttpResponse<String> wrong = fixture.get("/api/v1/estimates?limit=x");

        assertThat(wrong.headers().firstValue("etag")).isEmpty();
        assertThat(wrong.headers().firstValue("cache-control")).hasValue("no-store");
    }

    @Test
    void aLongAnswerGoesCompressedToWhoTakesThat() {
        assertThat(fixture.get("/api/v1/indicators", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("content-encoding"))
                .hasValue("gzip");
    }
}
