package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.AlertState;
import org.tidemark.alert.SupportingRelease;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.wire.Codecs;

/** How alerts stand, and what their rules ask for, as Prometheus sees it. */
class AlertMetricsTest {
    private static final Instant RAISED = Instant.parse("2025-01-01T00:00:00Z");

    private final FilledStores stores = new FilledStores();
    private final MonitorMetrics metrics = new MonitorMetrics(Codecs.singleObject(), 5_000);

    @BeforeEach
    void read() {
        metrics.read(stores);
        metrics.about(new BuildInfo(
                "1",
                ShippedCatalogue.with(List.of(CatalogueYaml.Text.ofRules(
                        "own", "rules: {PenetrationAbove10: {threshold: 12.5, raise: 0.875, clear: 0.5}}")))));
    }

    @AfterEach
    void close() throws Exception {
        metrics.close();
    }

    private void put(String rule, String economy, boolean active, boolean ever, double probability) {
        AlertKey key = new AlertKey(rule, economy, "TOTAL", "firms.any_use", "");
        stores.put(new AlertState(
                key,
                active,
                ever,
                List.of(),
                probability,
                RAISED,
                ever ? RAISED : null,
                null,
                AlertEvent.Attribution.NOT_ASKED));
    }

    @Test
    @DisplayName("Alert mail: economy and concept by name, value, band, period, the release and date that did it")
    void whatIsToldOfAnActiveAlertIsALabel() {
        put("PenetrationAbove10", "DK", true, true, 0.99);
        put("PenetrationAbove10", "FR", false, true, 0.1);
        AlertKey key = new AlertKey("PenetrationAbove10", "DK", "TOTAL", "firms.any_use", "");
        AlertEvent event = new AlertEvent(
                key,
                AlertEvent.Kind.RAISED,
                RAISED,
                0.99,
                42.0,
                "percent",
                null,
                List.of(new SupportingRelease(RAISED, 0.99, "EUROSTAT@2025-01-01")),
                AlertRule.Severity.INFO,
                "analysts",
                "AI is used by more than 10 %, DK firms.any_use: 42.0 % (41.4 to 42.5) in 2025",
                "1",
                AlertEvent.Attribution.NOT_ASKED);
        stores.put(event);

        assertThat(lines("tidemark_alert_told"))
                .containsExactly("tidemark_alert_told{cause=\"nothing is said of the cause\",concept=\"firms.any_use\","
                        + "concept_name=\"Enterprises that use at least one AI technology\",economy=\"DK\",economy_name=\"Denmark\","
                        + "message=\"AI is used by more than 10 %, DK firms.any_use: 42.0 % (41.4 to 42.5) in 2025\","
                        + "releases=\"EUROSTAT@2025-01-01 (2025-01-01)\",rule=\"PenetrationAbove10\",sector=\"TOTAL\","
                        + "since=\"2025-01-01\",subject=\"\"} 1.0");
    }

    @Test
    void whetherItCouldBeAisDoingIsALabelWhereTheRuleAsks() {
        AlertKey key = new AlertKey("DemandShort", "US", "TOTAL", "retail.cpi_all", "");
        stores.put(new AlertState(
                key, true, true, List.of(), 0.95, RAISED, RAISED, null, AlertEvent.Attribution.NOT_ATTRIBUTABLE));

        assertThat(lines("tidemark_alert_active"))
                .containsExactly(
                        "tidemark_alert_active{attribution=\"not_attributable\",audience=\"analysts\",concept=\"retail.cpi_all\",economy=\"US\",rule=\"DemandShort\",sector=\"TOTAL\",severity=\"warning\",subject=\"\"} 1.0");
    }

    private List<String> lines(String prefix) {
        return new String(metrics.scrape(null).body(), StandardCharsets.UTF_8)
                .lines()
                .filter(l -> l.startsWith(prefix))
                .toList();
    }

    @Test
    void anAlertIsOneWhileItIsActiveAndZeroAfterItAndAbsentWhereItNeverWas() {
        put("PenetrationAbove10", "DE", true, true, 0.9);
        put("PenetrationAbove10", "FR", false, true, 0.25);
        put("PenetrationAbove10", "IT", false, false, 0.125);

        assertThat(lines("tidemark_alert_active"))
                .containsExactly(
                        "tidemark_alert_active{audience=\"analysts\",concept=\"firms.any_use\",economy=\"DE\",rule=\"PenetrationAbove10\",sector=\"TOTAL\",severity=\"info\",subject=\"\"} 1.0",
                        "tidemark_alert_active{audience=\"analysts\",concept=\"firms.any_use\",economy=\"FR\",rule=\"PenetrationAbove10\",sector=\"TOTAL\",severity=\"info\",subject=\"\"} 0.0");
        assertThat(lines("tidemark_alert_probability_ratio"))
                .hasSize(3)
                .anySatisfy(l -> assertThat(l).contains("economy=\"IT\"").endsWith(" 0.125"));
        assertThat(lines("tidemark_alert_raised_timestamp_seconds"))
                .singleElement()
                .asString()
                .contains("economy=\"DE\"")
                .endsWith(" 1.7356896E9");
    }

    @Test
    void whatTheRulesAskForIsThereToBeDrawn() {
        stores.put(FilledStores.estimate("DE", "TOTAL", "2025-01-31", 20, 5));

        assertThat(lines("tidemark_rule_"))
                .contains(
                        "tidemark_rule_threshold{rule=\"PenetrationAbove10\"} 0.125",
                        "tidemark_rule_threshold{rule=\"SpeedUp\"} 0.1",
                        "tidemark_rule_raise_ratio{rule=\"PenetrationAbove10\"} 0.875",
                        "tidemark_rule_clear_ratio{rule=\"PenetrationAbove10\"} 0.5")
                .noneMatch(l -> l.startsWith("tidemark_rule_threshold{rule=\"DemandShort\"}"));
    }

    @Test
    void whatARuleThatIsNoMoreHadRaisedIsNotShown() {
        put("Forgotten", "DE", true, true, 0.9);

        assertThat(lines("tidemark_alert_active")).isEmpty();
    }

    @Test
    void eventsAreCounted() {
        metrics.flow()
                .alerted(new AlertEvent(
                        new AlertKey("PenetrationAbove10", "DE", "TOTAL", "firms.any_use", ""),
                        AlertEvent.Kind.RETRACTED,
                        RAISED,
                        0,
                        null,
                        "percent",
                        null,
                        List.of(),
                        AlertRule.Severity.INFO,
                        "analysts",
                        "",
                        "",
                        AlertEvent.Attribution.NOT_ASKED));

        assertThat(lines("tidemark_alert_events_total"))
                .contains(
                        "tidemark_alert_events_total{event=\"retracted\"} 1.0",
                        "tidemark_alert_events_total{event=\"raised\"} 0.0");
    }

    @Test
    void beyondTheCapTheActiveOnesAreShownAndTheRestIsCounted() {
        for (int i = 0; i < AlertMetrics.ALERTS_MAX + 5; i++) {
            put("PenetrationAbove10", "A%04d".formatted(i), false, false, 0.25);
        }
        put("PenetrationAbove10", "ZZZ", true, true, 0.9);

        assertThat(lines("tidemark_alert_probability_ratio")).hasSize(AlertMetrics.ALERTS_MAX);
        assertThat(lines("tidemark_alert_active")).hasSize(1);
        assertThat(lines("tidemark_series_dropped")).singleElement().asString().endsWith(" 6.0");
    }
}
