package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.app.HealthCheck;
import org.tidemark.wire.Codecs;

class QueryServerTest {
    private final QueryFixture fixture = new QueryFixture();

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void theIndexShowsExamplesThatAreAnswered() throws Exception {
        JsonNode index = new ObjectMapper().readTree(fixture.get("/api/v1/").body());

        for (JsonNode endpoint : index.get("endpoints")) {
            String path = endpoint.get("path").textValue();
            // Of what is asked for by its id there is none here.
            assertThat(fixture.get(path.replace("{id}", "none")).statusCode())
                    .as(endpoint.toString())
                    .isEqualTo(path.endsWith("{id}") ? 404 : 200);
            for (JsonNode example : endpoint.get("examples")) {
                assertThat(fixture.get(example.textValue()).statusCode())
                        .as(example.textValue())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    @DisplayName("the root is the page, which runs nothing but its own files")
    void theRootIsThePage() {
        HttpResponse<String> response = fixture.get("/");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<title>Tidemark</title>");
        assertThat(response.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(response.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
    }

    @Test
    @DisplayName("a file of the page that has not changed is not sent again, and goes compressed to who takes that")
    void thePageIsSentOnce() {
        HttpResponse<String> first = fixture.get("/js/main.js");
        String etag = first.headers().firstValue("etag").orElseThrow();

        assertThat(fixture.get("/js/main.js", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(fixture.get("/js/main.js", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(fixture.get("/js/main.js", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("content-encoding"))
                .hasValue("gzip");
        assertThat(fixture.get("/js/nothing.js").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            estimates?as_of=yesterday | as_of: 'yesterday' is no publication date; write 2024-05, 2024-05-17 or 2024-05-17T12:30:00Z
            estimates?as_of=%2B99999-01-01T00:00Z | as_of: '+99999-01-01T00:00Z' is no publication date; write 2024-05, 2024-05-17 or 2024-05-17T12:30:00Z
            estimates?country=DE | no parameter is called 'country'; known here: economy, sector, measure, concept, horizon, as_of, from, to, vintages, quarantine, after, limit, format
            estimates?economy=DE&economy=FR | economy is given 2 times; give it once
            estimates?limit=1000000 | limit: '1000000' is no number from 1 to 100000
            estimates?limit=0 | limit: '0' is no number from 1 to 100000
            estimates?format=xml | format: 'xml' is none of json, csv, arrow, sdmx-csv
            estimates?horizon=P2Y | horizon: 'P2Y' is none of P0D, NOW, P1Y, P3Y, P5Y; did you mean P1Y?
            estimates?from=2025&to=2024 | from 2025 is after to 2024; exchange them
            estimates?from=2025-01&to=2024-12 | from 2025-01 is after to 2024-12; exchange them
            observations?vintages=second | vintages: 'second' is none of latest, first, all
            observations?period=2024-13 | period: period '2024-13' names no day of the calendar; write it as 2024, 2024-H1, 2024-Q3, 2024-05, 2024-W07, 2024-05-17 or 2024-05-06/2024-05-19
            indicators?role=adoption | no parameter is called 'role'; known here: after, limit, format
            """)
    void aRequestThatMakesNoSenseIsToldWhy(String request, String message) throws Exception {
        HttpResponse<String> response = fixture.get("/api/v1/" + request);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(response.body()).get("error").textValue())
                .isEqualTo(message);
    }

    @Test
    void anUnknownEconomyIsToldTheForms() {
        assertThat(fixture.get("/api/v1/estimates?economy=Atlantis").body())
                .startsWith(
                        "{\"error\":\"economy: 'Atlantis' is neither ISO 3166 nor declared; write DE, US-CA, Germany or one of ADVANCED,");
    }

    @Test
    void whoAsksForCsvIsToldInText() {
        HttpResponse<String> response = fixture.get("/api/v1/estimates?limit=x", "Accept", "text/csv");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("text/plain"));
        assertThat(response.body()).isEqualTo("limit: 'x' is no number from 1 to 100000\n");
    }

    @Test
    void theAcceptHeaderChoosesTheFormatAndTheParameterWins() {
        assertThat(fixture.get("/api/v1/indicators", "Accept", "text/csv").body())
                .startsWith("id,kind,title,role,concept");
        assertThat(fixture.get("/api/v1/indicators?format=json", "Accept", "text/csv")
                        .body())
                .startsWith("{");
        assertThat(fixture.get("/api/v1/indicators", "Accept", "text/csv;q=0.5, application/json")
                        .body())
                .startsWith("{");
        assertThat(fixture.get("/api/v1/indicators", "Accept", "*/*").body()).startsWith("{");
    }

    @Test
    void theCatalogueIsListedWithItsFamilies() {
        assertThat(fixture.get("/api/v1/indicators?format=csv").body())
                .contains("\nadoption.firms.any_use,indicator,")
                .contains("\nadoption.*,family,");
    }

    @Test
    void whatIsNotThereIsA404ThatLeadsOn() {
        HttpResponse<String> response = fixture.get("/api/v1/forecasts");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body())
                .isEqualTo("{\"error\":\"there is no /api/v1/forecasts; /api/v1/ lists what there is\"}");
    }

    @Test
    void nothingIsWritten() {
        assertThat(fixture.send("POST", "/api/v1/estimates").statusCode()).isEqualTo(405);
        assertThat(fixture.send("DELETE", "/api/v1/estimates").body())
                .isEqualTo("{\"error\":\"only GET and HEAD are answered here\"}");
        HttpResponse<String> head = fixture.send("HEAD", "/api/v1/estimates");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void headersSayNothingOfTheServer() {
        HttpResponse<String> response = fixture.get("/api/v1/");

        assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(response.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void healthSaysWhyNot() {
        assertThat(fixture.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(fixture.get("/health/ready").body())
                .contains("\"status\":\"UP\"")
                .contains("\"why\":\"state RUNNING\"");

        fixture.ready = new Health(false, "no broker answers at localhost:9092; waiting for it");
        HttpResponse<String> response = fixture.get("/health/ready");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body().lines()).singleElement().asString().contains("no broker answers at localhost:9092");
    }

    @Test
    void prometheusGetsTheFormatThatItAsksFor() {
        HttpResponse<String> text = fixture.get("/metrics");
        HttpResponse<String> open =
                fixture.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

        assertThat(text.headers().firstValue("content-type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("text/plain; version=0.0.4"));
        assertThat(open.headers().firstValue("content-type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("application/openmetrics-text; version=1.0.0"));
        assertThat(open.body()).endsWith("# EOF\n");
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() {
        int taken = fixture.server.port();
        QueryServer second = new QueryServer(
                HttpSettings.on(QueryServer.LOOPBACK),
                new QuerySources(
                        fixture.stores,
                        ShippedCatalogue.with(List.of()),
                        Codecs.singleObject(),
                        new MovedOut(),
                        fixture.metrics));

        assertThatThrownBy(() -> second.start(taken))
                .isInstanceOf(PortTakenException.class)
                .hasMessage(
                        "port %d of 127.0.0.1 is taken by another program; end that one, or choose another port (0 takes any free one)",
                        taken);
    }

    private static final class MovedOut implements HealthCheck {
        @Override
        public Health live() {
            return new Health(false, "never asked");
        }

        @Override
        public Health ready() {
            return live();
        }
    }

    @Test
    void theCatalogueSaysOfEachIndicatorHowFarItMayBeOffByWhoseWordAndWhetherItHasEnded() throws Exception {
        JsonNode indicators = new ObjectMapper()
                .readTree(fixture.get("/api/v1/indicators").body())
                .path("indicators");
        for (JsonNode indicator : indicators) {
            String id = indicator.path("id").asText();
            if (id.equals("adoption.people.any_use")) {
                assertThat(indicator.path("bias").asInt()).isEqualTo(10);
                assertThat(indicator.path("bias_citation").asText()).startsWith("ASSUMED");
                assertThat(indicator.path("season").asText()).isEqualTo("unadjusted");
                assertThat(indicator.path("ended").isNull()).isTrue();
            }
            if (id.equals("adoption.firms.goods_services")) {
                assertThat(indicator.path("ended").asText()).isEqualTo("2025-10-31");
                assertThat(indicator.path("successor").asText()).isEqualTo("adoption.firms.any_function");
            }
        }
        assertThat(indicators.findValuesAsText("id"))
                .contains("adoption.people.any_use", "adoption.firms.goods_services");
    }
}
