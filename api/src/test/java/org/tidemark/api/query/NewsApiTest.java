package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.news.News;
import org.tidemark.news.NewsLine;
import org.tidemark.news.NewsLine.Kind;
import org.tidemark.series.Period;

class NewsApiTest {
    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        move("DE", "2023-05-31", 10, 0.1);
        move("DE", "2024-05-31", 12.5, 1.0 / 3);
        move("FR", "2024-01-31", 8, -0.5);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private void move(String economy, String asOf, double before, double impact) {
        Estimate estimate = estimate(economy, "TOTAL", asOf, before + impact, 4);
        fixture.stores.put(estimate);
        NewsLine figures = new NewsLine(
                Kind.NEW_FIGURES,
                "EUROSTAT",
                "r1",
                "adoption.firms.any_use",
                "TOTAL",
                1,
                Period.parse("2023"),
                9.5,
                10.5,
                1.0,
                impact,
                impact);
        NewsLine time =
                new NewsLine(Kind.PASSING_OF_TIME, null, null, null, null, 0, null, null, null, null, null, 0.0);
        fixture.stores.put(new News(
                estimate.key(),
                estimate.asOf(),
                Horizon.P0D,
                "percent",
                before,
                before + impact,
                List.of(time, figures)));
    }

    private JsonNode json(String query) throws Exception {
        return new ObjectMapper()
                .readTree(fixture.get("/api/v1/news" + query).body())
                .get("news");
    }

    @Test
    void theLastOfEachCellIsTheDefault() throws Exception {
        JsonNode news = json("");

        assertThat(news.findValuesAsText("economy")).containsExactly("DE", "FR");
        JsonNode line = news.get(0).get("lines").get(1);
        assertThat(news.get(0).get("before").doubleValue()).isEqualTo(12.5);
        assertThat(line.get("kind").textValue()).isEqualTo("NEW_FIGURES");
        assertThat(line.get("impact").doubleValue()).isEqualTo(1.0 / 3);
        assertThat(line.get("period").textValue()).isEqualTo("2023");
        assertThat(news.get(0).get("lines").get(0).has("source")).isFalse();
    }

    @Test
    void aTimeAsksForAllMovesInItAndAnInstantForTheLastByThen() throws Exception {
        assertThat(json("?economy=DE&from=2023-01-01&to=2025-01-01").findValuesAsText("as_of"))
                .containsExactly("2023-05-31T23:59:59.999Z", "2024-05-31T23:59:59.999Z");
        assertThat(json("?economy=DE&as_of=2023-12-31").findValuesAsText("as_of"))
                .containsExactly("2023-05-31T23:59:59.999Z");
        assertThat(json("?economy=DE&as_of=2022-12-31")).isEmpty();
        assertThat(json("?economy=DE&concept=people.any_use")).isEmpty();
    }

    @Test
    void csvHasARowForEachLineWithNumbersToTheLastBit() {
        assertThat(fixture.get("/api/v1/news?economy=DE&format=csv").body())
                .isEqualTo(
                        """
                        as_of,measure,concept,economy,sector,horizon,before,after,kind,source,release,indicator,figures,period,forecast,actual,surprise,gain,impact,unit,period_start,period_end
                        2024-05-31T23:59:59.999Z,penetration,firms.any_use,DE,TOTAL,P0D,12.5,12.833333333333334,PASSING_OF_TIME,,,,,,,,,,0,percent,,
                        2024-05-31T23:59:59.999Z,penetration,firms.any_use,DE,TOTAL,P0D,12.5,12.833333333333334,NEW_FIGURES,EUROSTAT,r1,adoption.firms.any_use,1,2023,9.5,10.5,1,0.3333333333333333,0.3333333333333333,percent,2023-01-01,2023-12-31
                        """);
    }

    @Test
    void aHorizonIsNoParameterSinceNewsAreOfOneAlone() {
        assertThat(fixture.get("/api/v1/news?horizon=P1Y").statusCode()).isEqualTo(400);
    }
}
