package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.streams.state.FilledStores.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
}
