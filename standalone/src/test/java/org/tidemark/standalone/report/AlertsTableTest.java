package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertEvent.Kind;
import org.tidemark.alert.AlertKey;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.AlertRules;
import org.tidemark.catalogue.CatalogueYaml;

class AlertsTableTest {
    private static final AlertRules RULES = CatalogueYaml.parse(
                    List.of(
                            CatalogueYaml.Text.ofRules(
                                    "own",
                                    """
                    rules:
                      Told: {title: t, condition: held, raise: 0.8, clear: 0.6, severity: info, audience: a, false_alarms_per_month: 0.0125}
                      Unsaid: {title: t, condition: held, raise: 0.8, clear: 0.6, severity: info, audience: a}
                    """)))
            .recipes()
            .alerts();

    private static AlertEvent event(String day, String economy, Kind kind) {
        return new AlertEvent(
                new AlertKey("Told", economy, "TOTAL", "", "s"),
                kind,
                Instant.parse(day + "T00:00:00Z"),
                1,
                null,
                "releases",
                null,
                List.of(),
                AlertRule.Severity.INFO,
                "a",
                "why " + economy,
                "v",
                AlertEvent.Attribution.NOT_ASKED);
    }

    @Test
    void eachRuleHasALineWithWhatBecameOfItsAlerts() {
        List<AlertEvent> events = List.of(
                event("2024-01-01", "DE", Kind.RAISED),
                event("2024-02-01", "DE", Kind.CLEARED),
                event("2024-03-01", "DE", Kind.RAISED),
                event("2024-03-02", "FR", Kind.RAISED),
                event("2024-04-01", "FR", Kind.RETRACTED));

        assertThat(new AlertsTable(RULES).lines(events))
                .containsExactly(
                        "rule    raised  cleared  retracted  active  cells  first       last        false a month, per cell",
                        "Told         3        1          1       1      2  2024-01-01  2024-04-01                   0.0125",
                        "Unsaid       0        0          0       0      0                                         not said");
    }

    @Test
    void eachEventHasALineWithWhatWasSaid() {
        assertThat(new AlertsTable(RULES).events(List.of(event("2024-04-01", "FR", Kind.RETRACTED))))
                .containsExactly("2024-04-01  retracted  Told  why FR");
    }
}
