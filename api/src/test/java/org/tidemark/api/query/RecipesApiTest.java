package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.series.Period;

/** The map of mechanisms over HTTP: all of it, whatever is held. */
class RecipesApiTest {
    private final QueryFixture fixture = new QueryFixture();

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private static Estimate share(double percent) {
        return new Estimate(
                new EstimateKey("WORLD", "TOTAL", "shares", "robot_share"),
                Instant.parse("2024-09-30T23:59:59.999Z"),
                Period.parse("2023"),
                4,
                "00",
                "shares/1",
                "percent",
                List.of(new HorizonValue(
                        Horizon.P0D, new Banded(percent, percent - 1, percent + 1, percent - 2, percent + 2), null)),
                null,
                List.of(),
                null);
    }

    @Test
    void everyMechanismIsListedWithItsNumberOrWhatItWaitsFor() throws Exception {
        fixture.stores.put(share(51));

        HttpResponse<String> response = fixture.get("/api/v1/recipes");

        JsonNode page = new ObjectMapper().readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(page.path("rows").asInt()).isEqualTo(77);
        assertThat(page.path("with_number").asInt()).isEqualTo(1);
        assertThat(page.path("recipes")).hasSize(77);
        JsonNode robots = page.at("/recipes/38");
        assertThat(robots.path("row").asInt()).isEqualTo(39);
        assertThat(robots.path("state").asText()).isEqualTo("number");
        assertThat(robots.at("/answers/0/value").asDouble()).isEqualTo(51);
        assertThat(robots.at("/answers/0/lower80").asDouble()).isEqualTo(50);
        assertThat(robots.at("/answers/0/reads/0").asText()).isEqualTo("robots.installations@ECONOMY:CN");
        JsonNode search = page.at("/recipes/67");
        assertThat(search.path("state").asText()).isEqualTo("waiting");
        assertThat(search.path("detail").asText()).isEqualTo("market.search.google_share of WORLD");
    }

    @Test
    void csvHasALineForEachAnswer() {
        fixture.stores.put(share(51));

        List<String> lines =
                fixture.get("/api/v1/recipes?format=csv").body().lines().toList();

        assertThat(lines.get(0)).isEqualTo(RecipeCsv.HEADER);
        assertThat(lines).hasSizeGreaterThan(77);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("39,") && line.endsWith(",number,,1,WORLD,2023,51,50,52,percent"));
    }

    @Test
    void anUnknownParameterIsRefused() {
        HttpResponse<String> response = fixture.get("/api/v1/recipes?economy=US");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("no parameter is called 'economy'");
    }
}
