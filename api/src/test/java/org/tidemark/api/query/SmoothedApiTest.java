package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.streams.state.FilledStores.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.SmoothedBank;
import org.tidemark.series.Period;

/** The path as it is seen from its end. */
class SmoothedApiTest {
    private static final String PATH = "/api/v1/smoothed?economy=DK";

    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        fixture.stores.put(observation("DK", "2021", 23.9, "2022-01-31"), false);
        fixture.stores.put(observation("DK", "2023", 15.2, "2024-05-31"), false);
        fixture.stores.put(observation("DK", "2024", 27.6, "2025-01-31"), false);
        fixture.stores.put(observation("DK", "2025", 42.0, "2025-12-31"), false);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private JsonNode points(String query) throws Exception {
        var response = fixture.get(PATH + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body()).path("smoothed");
    }

    private static Measurement reading(String period, double percent) {
        return new Measurement(Period.parse(period).midYear(), percent / 100, 0.01);
    }

    @Test
    void eachFigureHasALevelInHindsightAndTheNewestIsThatOfTheFilter() throws Exception {
        List<BankState> path = SmoothedBank.of(
                List.of(reading("2021", 23.9), reading("2023", 15.2), reading("2024", 27.6), reading("2025", 42.0)));

        JsonNode points = points("");

        assertThat(points).hasSize(4);
        for (int i = 0; i < path.size(); i++) {
            assertThat(points.get(i).path("value").doubleValue())
                    .isCloseTo(100 * PenetrationReport.level(path.get(i)).value(), within(1e-6));
        }
        assertThat(points.get(1).path("figure").doubleValue()).isEqualTo(15.2);
        assertThat(points.get(1).path("measure").asText()).isEqualTo("penetration.smoothed");
        assertThat(points.get(3).path("period_end").asText()).isEqualTo("2025-12-31");
    }

    @Test
    void asOfGoesThroughTheFiguresThatWereKnownThenAndLaterOnesMoveAllOfIt() throws Exception {
        JsonNode then = points("&as_of=2025-06");

        assertThat(then).hasSize(3);
        assertThat(then.get(1).path("value").doubleValue())
                .isNotEqualTo(points("").get(1).path("value").doubleValue());
    }

    @Test
    void asCsvEachPointIsARowAndAnUnknownConceptIsTold() throws Exception {
        assertThat(fixture.get(PATH + "&format=csv").body())
                .startsWith(SmoothedCsv.HEADER + "\n")
                .contains("penetration.smoothed,firms.any_use,DK,TOTAL,2023,");
        assertThat(fixture.get(PATH + "&concept=firms.anyuse").statusCode()).isEqualTo(400);
        assertThat(points("&concept=FIRMS.ANY_USE")).hasSize(4);
        assertThat(new ObjectMapper()
                        .readTree(fixture.get("/api/v1/smoothed").body())
                        .path("smoothed"))
                .hasSize(4);
    }
}
