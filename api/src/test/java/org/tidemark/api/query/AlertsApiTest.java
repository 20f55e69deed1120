package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertEvent.Kind;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.SupportingRelease;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.series.Period;

/** What was said to analysts, and what is active now or was on any day. */
class AlertsApiTest {
    private static final String ABOVE = "PenetrationAbove10";

    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        put(ABOVE, "DK", "2023-01-01", Kind.RAISED);
        put(ABOVE, "DK", "2024-01-01", Kind.RETRACTED);
        put(ABOVE, "DK", "2025-01-01", Kind.RAISED);
        put(ABOVE, "FR", "2024-06-01", Kind.RAISED);
        put("DemandShort", "FR", "2024-07-01", Kind.RAISED);
        put("DemandShort", "FR", "2024-07-01", Kind.RETRACTED);
    }

    private void put(String rule, String economy, String day, Kind kind) {
        Instant asOf = Instant.parse(day + "T00:00:00Z");
        AlertEvent event = new AlertEvent(
                new AlertKey(rule, economy, "TOTAL", "firms.any_use", ""),
                kind,
                asOf,
                0.875,
                12.25,
                "percent",
                Period.parse("2022"),
                List.of(new SupportingRelease(asOf, 0.875, "EUROSTAT@" + day)),
                AlertRule.Severity.INFO,
                "analysts",
                "It is so, " + economy,
                "v1",
                AlertEvent.Attribution.POSSIBLE);
        fixture.stores.put(event);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private List<String> rows(String query) {
        HttpResponse<String> answer = fixture.get("/api/v1/alerts?format=csv" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, 10) + " " + line.split(",", -1)[1] + " " + line.split(",", -1)[2] + " "
                        + line.split(",", -1)[6])
                .toList();
    }

    @Test
    void allThatWasSaidIsListedByAlertAndDate() {
        assertThat(rows(""))
                .containsExactly(
                        "2023-01-01 PenetrationAbove10 DK raised",
                        "2024-01-01 PenetrationAbove10 DK retracted",
                        "2025-01-01 PenetrationAbove10 DK raised",
                        "2024-07-01 DemandShort FR raised",
                        "2024-07-01 DemandShort FR retracted",
                        "2024-06-01 PenetrationAbove10 FR raised");
    }

    @Test
    void whatIsActiveIsWhatWasRaisedLastAndNotEnded() {
        assertThat(rows("&status=active"))
                .containsExactly("2025-01-01 PenetrationAbove10 DK raised", "2024-06-01 PenetrationAbove10 FR raised");
    }

    @Test
    void whatWasActiveOnADayCanBeAsked() {
        assertThat(rows("&status=active&as_of=2023-06-30")).containsExactly("2023-01-01 PenetrationAbove10 DK raised");
        assertThat(rows("&status=active&as_of=2024-02")).isEmpty();
    }

    @Test
    void economyRuleAndDatesNarrowIt() {
        assertThat(rows("&economy=FR&rule=DemandShort")).hasSize(2);
        assertThat(rows("&from=2024-07-01&to=2025-12")).hasSize(3);
    }

    @Test
    void anAlertIsToldWithWhatSpokeForIt() {
        assertThat(fixture.get("/api/v1/alerts?economy=DK&as_of=2023-06-30").body())
                .contains("\"rule\":\"PenetrationAbove10\"")
                .contains("\"event\":\"raised\"")
                .contains("\"probability\":0.875")
                .contains("\"value\":12.25")
                .contains("\"period\":\"2022\"")
                .contains(
                        "{\"published\":\"2023-01-01T00:00:00Z\",\"probability\":0.875,\"releases\":\"EUROSTAT@2023-01-01\"}")
                .contains("\"message\":\"It is so, DK\"")
                .contains("\"attribution\":\"possible\"");
    }

    @Test
    void anUnknownRuleIsRefusedWithThoseThatAreKnown() {
        HttpResponse<String> answer = fixture.get("/api/v1/alerts?rule=Penetration");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "rule: 'Penetration' is not known; did you mean PenetrationAbove10? /api/v1/rules lists what is");
    }

    @Test
    void activeIsAskedOfOneInstant() {
        HttpResponse<String> answer = fixture.get("/api/v1/alerts?status=active&from=2024-01");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("status=active tells one instant; give as_of, and neither from nor to");
    }
}
