package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.contrast;
import static org.tidemark.streams.state.FilledStores.estimate;
import static org.tidemark.streams.state.FilledStores.withheld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EstimatesApiTest {
    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        fixture.stores.put(estimate("DE", "TOTAL", "2023-05-31", 10, 3));
        fixture.stores.put(estimate("DE", "TOTAL", "2024-05-31", 12.5, 4));
        fixture.stores.put(estimate("DE", "TOTAL", "2025-05-31", 1.0 / 3 + 20, 5));
        fixture.stores.put(estimate("FR", "TOTAL", "2024-01-31", 8, 2));
        fixture.stores.put(estimate("US", "NAICS:51", "2024-01-31", 18, 0));
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private JsonNode json(String query) throws JsonProcessingException {
        HttpResponse<String> response = fixture.get("/api/v1/estimates" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void theLatestOfEachCellIsTheDefault() throws Exception {
        JsonNode estimates = json("").get("estimates");

        assertThat(estimates.findValuesAsText("economy")).containsExactly("DE", "FR", "US");
        assertThat(estimates.get(0).get("as_of").textValue()).isEqualTo("2025-05-31T23:59:59.999Z");
        assertThat(estimates.get(2).get("withdrawn").booleanValue()).isTrue();
    }

    @Test
    void csvHasOneRowForEachHorizonWithSixDecimals() {
        HttpResponse<String> response = fixture.get("/api/v1/estimates?economy=DE&format=csv");

        assertThat(response.headers().firstValue("content-type")).contains("text/csv; charset=utf-8");
        assertThat(response.headers().firstValue("x-truncated")).contains("false");
        assertThat(response.body())
                .isEqualTo(
                        """
                as_of,measure,concept,economy,sector,period,horizon,value,lower80,upper80,lower95,upper95,p_negative,unit,inputs,model,period_start,period_end,level,date,said,age_days,stale
                2025-05-31T23:59:59.999Z,penetration,firms.any_use,DE,TOTAL,2024,P0D,20.333333,19.333333,21.333333,18.333333,22.333333,,percent,5,bank-1,2024-01-01,2024-12-31,latest,2024-07-02,20.3 (19.3 to 21.3),334,false
                2025-05-31T23:59:59.999Z,penetration,firms.any_use,DE,TOTAL,2024,NOW,21.333333,20.333333,22.333333,19.333333,23.333333,,percent,5,bank-1,2024-01-01,2024-12-31,at_publication,2025-05-31,21.3 (20.3 to 22.3),334,false
                2025-05-31T23:59:59.999Z,penetration,firms.any_use,DE,TOTAL,2024,,21.895537,18.304166,25.957142,16.545748,28.329163,,percent,5,bank-1,2024-01-01,2024-12-31,nowcast,2025-11-30,21.9 (18 to 26),334,false
                """);
    }

    @Test
    void asOfTellsWhatWasKnownThen() throws Exception {
        assertThat(json("?economy=DE&as_of=2024-05-30")
                        .at("/estimates/0/inputs")
                        .intValue())
                .isEqualTo(3);
        assertThat(json("?economy=DE&as_of=2024-05-31")
                        .at("/estimates/0/inputs")
                        .intValue())
                .isEqualTo(4);
    }

    @Test
    void beforeTheFirstFigureNothingWasKnown() throws Exception {
        assertThat(json("?economy=DE&as_of=2023-05-30").get("estimates")).isEmpty();
    }

    @Test
    void fromAndToTellTheHistoryWithBothDaysWhole() throws Exception {
        assertThat(json("?economy=DE&from=2024-05-31&to=2025-05-31")
                        .get("estimates")
                        .findValuesAsText("inputs"))
                .containsExactly("4", "5");
        assertThat(json("?economy=DE&from=2023-06-01").get("estimates").findValuesAsText("inputs"))
                .containsExactly("4", "5");
        assertThat(json("?economy=DE&to=2024-05-30").get("estimates").findValuesAsText("inputs"))
                .containsExactly("3");
        assertThat(json("?economy=DE&from=2023-01&as_of=2024-12-31")
                        .get("estimates")
                        .findValuesAsText("inputs"))
                .containsExactly("3", "4");
        assertThat(json("?economy=DE&from=2024-06-01&as_of=2024-05-31").get("estimates"))
                .isEmpty();
    }

    @Test
    void aTrajectoryIsTold() throws Exception {
        JsonNode estimate = json("?economy=DE").at("/estimates/0");

        assertThat(estimate.get("too_early").booleanValue()).isFalse();
        assertThat(estimate.get("age_days").intValue()).isEqualTo(334);
        assertThat(estimate.get("stale").booleanValue()).isFalse();
        assertThat(estimate.get("known_after_days").intValue()).isEqualTo(151);
        assertThat(estimate.get("economy_name").textValue()).isEqualTo("Germany");
        assertThat(estimate.at("/latest/said").textValue()).isEqualTo("20.3 (19.3 to 21.3)");
        assertThat(estimate.at("/latest/period_end").textValue()).isEqualTo("2024-12-31");
        assertThat(estimate.at("/nowcast/date").textValue()).isEqualTo("2025-11-30");
        assertThat(estimate.at("/speed/unit").textValue()).isEqualTo("percentage_points_per_year");
        assertThat(estimate.at("/speed/said").textValue()).isEqualTo("+3.2 (+1.9 to +4.5)");
        assertThat(estimate.get("inputs_hash").textValue()).isEqualTo("abc123");
        assertThat(estimate.at("/levels/NOW/upper80").doubleValue()).isEqualTo(22.333333);
        assertThat(estimate.at("/speed_logits_per_year/lower95").doubleValue()).isEqualTo(0.2);
        assertThat(estimate.at("/speed_points_per_year").doubleValue()).isEqualTo(3.25);
        assertThat(estimate.at("/stage/likeliest").textValue()).isEqualTo("growth");
        assertThat(estimate.at("/turnings/0/year50").doubleValue()).isEqualTo(2029.0);
        assertThat(estimate.at("/turnings/1/ceiling").isNull()).isTrue();
        assertThat(estimate.at("/turnings/1/prior_share").doubleValue()).isEqualTo(0.4);
    }

    @Test
    void tooEarlyIsSaidWithWhatIsMissing() throws Exception {
        JsonNode estimate = json("?economy=FR").at("/estimates/0");

        assertThat(estimate.get("too_early").booleanValue()).isTrue();
        assertThat(estimate.get("missing").textValue())
                .isEqualTo(
                        "speed and one year ahead need 3 figures; stage, turning dates and later years need 4 figures;"
                                + " 2 so far");
        assertThat(estimate.has("stage")).isFalse();
    }

    @Test
    void whatIsComposedTellsItsTermsAndNoStage() throws Exception {
        fixture.stores.put(contrast("INDEED:construction", -20));

        JsonNode estimate = json("?measure=displacement.contrast").at("/estimates/0");

        assertThat(estimate.at("/levels/P0D/p_negative").doubleValue()).isEqualTo(0.75);
        assertThat(estimate.at("/terms/0/name").textValue()).isEqualTo("smallest_effect");
        assertThat(estimate.at("/terms/0/value").doubleValue()).isEqualTo(5.5);
        assertThat(estimate.at("/terms/1/value").isNull()).isTrue();
        assertThat(estimate.at("/terms/1/basis").textValue()).isEqualTo("UNAVAILABLE");
        assertThat(estimate.at("/terms/1/source").textValue()).isEqualTo("no exposure of the sector is held");
        assertThat(estimate.has("too_early")).isFalse();
    }

    @Test
    void whatIsWithheldSaysWhy() throws Exception {
        fixture.stores.put(withheld("no exposure of Germany is held"));

        JsonNode estimate = json("?measure=displacement.ledger").at("/estimates/0");

        assertThat(estimate.get("withheld").textValue()).isEqualTo("no exposure of Germany is held");
        assertThat(estimate.get("levels")).isEmpty();
        assertThat(estimate.has("withdrawn")).isFalse();
    }

    @Test
    void horizonAndSectorNarrow() throws Exception {
        assertThat(json("?horizon=NOW&economy=DE").at("/estimates/0/levels").fieldNames())
                .toIterable()
                .containsExactly("NOW");
        assertThat(json("?sector=NAICS:51").get("estimates").findValuesAsText("economy"))
                .containsExactly("US");
        assertThat(json("?concept=people.any_use").get("estimates")).isEmpty();
    }

    @Test
    void aListThatTheLimitCutsSaysSoFirst() throws Exception {
        HttpResponse<String> response = fixture.get("/api/v1/estimates?limit=2");

        JsonNode answer = new ObjectMapper().readTree(response.body());
        assertThat(response.headers().firstValue("x-truncated")).contains("true");
        assertThat(answer.get("truncated").booleanValue()).isTrue();
        assertThat(answer.get("hint").textValue()).contains("only the first 2 are here");
        assertThat(answer.get("estimates")).hasSize(2);
    }

    @Test
    void storesThatMoveAreA503WithRetryAfter() {
        fixture.stores.move();

        HttpResponse<String> response = fixture.get("/api/v1/estimates");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).contains("5");
        assertThat(response.body()).isEqualTo("{\"error\":\"store estimates cannot be read in state REBALANCING\"}");
    }
}
