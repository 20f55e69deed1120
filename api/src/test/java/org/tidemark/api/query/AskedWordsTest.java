package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.estimate;
import static org.tidemark.streams.state.FilledStores.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that are asked for: those that nobody knows, those that are written otherwise, and the lists of all of them. */
class AskedWordsTest {
    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        fixture.stores.put(estimate("DE", "TOTAL", "2024-05-31", 12.5, 4));
        fixture.stores.put(estimate("FR", "TOTAL", "2024-05-31", 8, 4));
        fixture.stores.put(estimate("US", "NAICS:51", "2024-05-31", 18, 4));
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private JsonNode json(String query) throws Exception {
        HttpResponse<String> response = fixture.get("/api/v1/" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private String refused(String query) throws Exception {
        HttpResponse<String> response = fixture.get("/api/v1/" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        return new ObjectMapper().readTree(response.body()).get("error").textValue();
    }

    @Test
    @DisplayName("measure=penetrtion answers 200 and nothing")
    void anUnknownMeasureIsRefusedWithTheNearest() throws Exception {
        assertThat(refused("estimates?measure=penetrtion"))
                .isEqualTo(
                        "measure: 'penetrtion' is not known; did you mean penetration? /api/v1/measures lists what is");
    }

    @ParameterizedTest
    @CsvSource({
        "estimates?concept=firms.any_uze,concept,firms.any_use",
        "estimates?concept=firms.any_uze&measure=penetration,concept,firms.any_use",
        "news?concept=people.any_us,concept,people.any_use",
        "observations?source=EUROSTATT,source,EUROSTAT",
        "observations?indicator=adoption.firms.any_uze,indicator,adoption.firms.any_use",
        "alerts?rule=DemandShrt,rule,DemandShort",
        "estimates?horizon=N0W,horizon,NOW",
        "estimates?vintages=lates,vintages,latest",
        "estimates?economi=DE,'',economy",
        "estimates?economy=Germny,economy,Germany",
    })
    void whatNobodyKnowsIsRefusedWithTheNearest(String query, String parameter, String nearest) throws Exception {
        assertThat(refused(query)).contains(parameter).contains("did you mean " + nearest + "?");
    }

    @Test
    void aSectorThatIsHeldNowhereIsRefusedAndOneThatIsHeldElsewhereIsAnEmptyAnswer() throws Exception {
        assertThat(refused("estimates?sector=NAICS:5l")).contains("sector: 'NAICS:5l' is not known");
        assertThat(json("estimates?economy=DE&sector=NAICS:51").get("estimates"))
                .isEmpty();
    }

    @Test
    void whatTheCatalogueKnowsIsAnEmptyAnswerWhereNothingIsHeld() throws Exception {
        assertThat(json("estimates?concept=workers.any_use").get("estimates")).isEmpty();
        assertThat(json("estimates?economy=JP").get("estimates")).isEmpty();
        assertThat(json("rejected?source=NOBODY").get("rejected")).isEmpty();
    }

    @Test
    void caseMakesNoDifferenceAndNamesAndSeveralEconomiesAreTaken() throws Exception {
        assertThat(json("estimates?economy=de&measure=PENETRATION&concept=Firms.Any_Use&sector=total")
                        .get("estimates"))
                .hasSize(1);
        assertThat(json("estimates?economy=us,Germany").get("estimates").findValuesAsText("economy"))
                .containsExactly("DE", "US");
        assertThat(json("estimates?economy=DE,FR&limit=1").get("truncated").booleanValue())
                .isTrue();
    }

    @Test
    void aYearIsItsLastMomentAsAnEndAndItsFirstAsABeginning() throws Exception {
        assertThat(json("estimates?economy=DE&as_of=2023").get("estimates")).isEmpty();
        assertThat(json("estimates?economy=DE&as_of=2024").get("estimates")).hasSize(1);
        assertThat(json("estimates?economy=DE&from=2024&to=2024").get("estimates"))
                .hasSize(1);
        assertThat(json("estimates?economy=DE&from=2025").get("estimates")).isEmpty();
    }

    @Test
    void aPeriodIsToldByItsDaysToo() throws Exception {
        JsonNode estimate = json("estimates?economy=DE").at("/estimates/0");

        assertThat(estimate.get("period_start").textValue()).isEqualTo("2023-01-01");
        assertThat(estimate.get("period_end").textValue()).isEqualTo("2023-12-31");
    }

    @Test
    void whatThereIsToAskForIsListed() throws Exception {
        fixture.stores.put(observation("DE", "2024", 12.5, "2024-05-31"), false);

        assertThat(json("economies").get("economies").toString())
                .isEqualTo("[{\"economy\":\"DE\",\"name\":\"Germany\",\"kind\":\"country\"}]");
        assertThat(json("concepts").get("concepts").toString())
                .isEqualTo(
                        "[{\"concept\":\"firms.any_use\",\"measure\":\"penetration\",\"title\":\"Enterprises that use at least one AI technology\"}]");
        assertThat(json("sectors").get("sectors").findValuesAsText("sector")).containsExactly("NAICS:51", "TOTAL");
        assertThat(json("measures").get("measures").findValuesAsText("measure"))
                .contains("penetration", "displacement.ledger", "demand_gap", "divergence.verdict");
        assertThat(json("sources").get("sources").findValuesAsText("source")).contains("EUROSTAT", "CENSUS_BTOS");
        assertThat(json("rules").get("rules").findValuesAsText("rule")).contains("DemandShort");
        assertThat(json("releases?economy=DE").get("releases")).hasSize(1);
        assertThat(json("releases?source=CENSUS_BTOS").get("releases")).isEmpty();
        assertThat(fixture.get("/api/v1/economies?format=csv").body())
                .isEqualTo("economy,name,kind\nDE,Germany,country\n");
    }
}
