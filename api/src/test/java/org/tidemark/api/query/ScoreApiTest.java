package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.streams.state.FilledStores.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.accuracy.MaturedProjection;
import org.tidemark.engine.store.MaturedProjectionStore;
import org.tidemark.engine.store.StorePlace;

/** How projections came true, from the vintages of the figures. */
class ScoreApiTest {
    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        double[] percent = {5, 8, 12, 21, 30};
        for (int i = 0; i < percent.length; i++) {
            int year = 2019 + i;
            fixture.stores.put(observation("DK", Integer.toString(year), percent[i], (year + 1) + "-01-31"), false);
        }
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private JsonNode scores(String query) throws Exception {
        var response = fixture.get("/api/v1/scores" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body()).path("scores");
    }

    @Test
    void eachCellAndHorizonThatHasMaturedIsARow() throws Exception {
        JsonNode rows = scores("?economy=DK");

        assertThat(rows).hasSize(1);
        JsonNode year = rows.get(0);
        assertThat(year.path("measure").asText()).isEqualTo("penetration");
        assertThat(year.path("concept").asText()).isEqualTo("firms.any_use");
        assertThat(year.path("months").asInt()).isEqualTo(12);
        assertThat(year.path("matured").asInt()).isEqualTo(2);
        assertThat(year.path("last_error").asDouble()).isCloseTo(9, within(1e-9));
        assertThat(year.path("said").asText()).startsWith("1 year ahead, 2 projections: error ");
    }

    @Test
    void asOfCountsWhatHadMaturedThenAndARevisionMovesNothing() throws Exception {
        assertThat(scores("?economy=DK&as_of=2023-06-30").get(0).path("matured").asInt())
                .isEqualTo(1);
        assertThat(scores("?economy=DK&as_of=2022-06-30")).isEmpty();
        double before = scores("?economy=DK").get(0).path("error").asDouble();

        fixture.stores.put(observation("DK", "2022", 40.0, "2025-06-30"), false);

        assertThat(scores("?economy=DK").get(0).path("error").asDouble()).isEqualTo(before);
    }

    @Test
    void asCsvToo() throws Exception {
        assertThat(fixture.get("/api/v1/scores?format=csv").body())
                .startsWith(ScoreCsv.HEADER + "\n")
                .contains("penetration,firms.any_use,DK,TOTAL,12,2,2,");
        assertThat(scores("?concept=people.any_use")).isEmpty();
    }

    @Test
    void projectionsAreAWordThatCanBeAskedFor() throws Exception {
        assertThat(fixture.get("/api/v1/estimates?measure=penetration.projected")
                        .statusCode())
                .isEqualTo(200);
        assertThat(fixture.get("/api/v1/measures").body()).contains("penetration.projected");
    }

    private void matured(String concept, String measure, int months, String economy, int year, double error) {
        MaturedProjectionStore.writing(fixture.stores, StorePlace.ECONOMIES)
                .put(
                        concept,
                        new MaturedProjection(
                                measure,
                                months,
                                economy,
                                Instant.parse(year + 1 + "-01-31T00:00:00Z"),
                                year + 0.5,
                                error,
                                0.04,
                                0.05,
                                0.01,
                                1.5,
                                0.5,
                                true,
                                true));
    }

    @Test
    void allEconomiesOfAConceptTogetherComeFirstAndAreNoEconomy() throws Exception {
        for (int year = 2015; year < 2020; year++) {
            matured("firms.any_use", "penetration", 12, "DK", year, 0.02);
            matured("firms.any_use", "penetration", 12, "DE", year, -0.01);
            matured("firms.any_use", "penetration.projected", 12, "DE", year, -0.01);
            matured("people.any_use", "penetration", 36, "DE", year, -0.01);
        }

        JsonNode rows = scores("");
        assertThat(rows.findValuesAsText("economy")).containsExactly("*", "*", "*", "DK");
        assertThat(rows.findValuesAsText("measure"))
                .containsExactly("penetration", "penetration", "penetration.projected", "penetration");
        JsonNode all = rows.get(0);
        assertThat(all.path("economy_name").asText()).isEqualTo("all economies");
        assertThat(all.path("matured").asInt()).isEqualTo(10);
        assertThat(all.path("economies").asInt()).isEqualTo(2);
        assertThat(all.path("error").asDouble()).isCloseTo(1.5, within(1e-9));
        assertThat(all.path("bias").asDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(all.path("last_error").asDouble()).isCloseTo(4, within(1e-9));
        assertThat(all.path("pit")).hasSize(10);
        assertThat(all.path("better").asText()).isEqualTo("cannot be told");
        assertThat(all.path("said").asText()).startsWith("1 year ahead, 10 projections: error 1.5 points");

        assertThat(scores("?as_of=2018-06-30").get(0).path("matured").asInt()).isEqualTo(6);
        assertThat(scores("?concept=people.any_use").findValuesAsText("months")).containsExactly("36");
        assertThat(scores("?economy=DK").findValuesAsText("economy")).containsExactly("DK");
        assertThat(fixture.get("/api/v1/scores?format=csv&concept=people.any_use")
                        .body())
                .contains("\npenetration,people.any_use,*,TOTAL,36,5,");
    }
}
