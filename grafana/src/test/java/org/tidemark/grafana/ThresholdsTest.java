package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Equal as they are; found when one of them is edited alone. */
class ThresholdsTest {
    private final Map<String, Rule> rules = new LinkedHashMap<>(Rule.all());
    private final List<Alert> alerts = new ArrayList<>(Alert.all());
    private final List<Board> boards = new ArrayList<>(Board.all());

    private List<String> findings() {
        return Thresholds.findings(rules, alerts, boards);
    }

    private Rule rule(String id) {
        return rules.values().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rulesAlertsAndDashboardsSayTheSame() {
        assertThat(rules).hasSizeGreaterThan(5);
        assertThat(findings()).isEmpty();
    }

    @Test
    void aThresholdThatIsEditedInRulesYamlAloneIsFoundInBothOthers() {
        Rule old = rule("PenetrationAbove25");
        rules.put(
                old.id(),
                new Rule(
                        old.id(),
                        old.title(),
                        OptionalDouble.of(0.3),
                        old.raise(),
                        old.clear(),
                        old.releases(),
                        old.severity(),
                        old.audience()));

        assertThat(findings())
                .contains("PenetrationAbove25: threshold is '0.25' in Prometheus' rules, '0.3' in rules.yaml")
                .anyMatch(found ->
                        found.equals("Latest and nowcast: draws [0.1, 0.25, 0.5], its rules say [0.1, 0.3, 0.5]"));
    }

    @Test
    void aProbabilityThatIsEditedInRulesYamlAloneIsFoundInBothOthers() {
        Rule old = rule("DemandShort");
        rules.put(
                old.id(),
                new Rule(
                        old.id(),
                        old.title(),
                        old.threshold(),
                        0.95,
                        old.clear(),
                        old.releases(),
                        old.severity(),
                        old.audience()));

        assertThat(findings())
                .contains("DemandShort: raise is '0.9' in Prometheus' rules, '0.95' in rules.yaml")
                .contains("DemandShort: the description does not say 'at least 95 % in 2 release'")
                .anyMatch(found -> found.contains("demand falls short: draws [0.7, 0.9], its rules say [0.7, 0.95]"));
    }

    @Test
    void aNumberThatIsEditedInPrometheusAloneIsFound() {
        alerts.replaceAll(alert -> {
            Map<String, String> annotations = new LinkedHashMap<>(alert.annotations());
            annotations.computeIfPresent("threshold", (key, text) -> text.equals("0.5") ? "0.6" : text);
            return new Alert(alert.name(), alert.expr(), alert.lasting(), alert.labels(), annotations);
        });

        assertThat(findings())
                .containsExactly(
                        "PenetrationAbove50: threshold is '0.6' in Prometheus' rules, '0.5' in rules.yaml",
                        "RobotShareAboveHalf: threshold is '0.6' in Prometheus' rules, '0.5' in rules.yaml");
    }

    @Test
    void anOperatorsBoundThatIsEditedInPrometheusAloneIsFoundOnTheDashboard() {
        alerts.replaceAll(alert -> new Alert(
                alert.name(),
                alert.expr().replace("> 1000", "> 500"),
                alert.lasting(),
                alert.labels(),
                alert.annotations()));

        assertThat(findings())
                .isNotEmpty()
                .allMatch(found -> found.equals("Records waiting: draws [1000.0], its rules say [500.0]"));
    }

    @Test
    void aLineThatIsEditedOnADashboardAloneIsFound() {
        boards.replaceAll(board -> board.spoilt(b -> b.path("panels").forEach(panel -> {
            if (panel.path("title").asText().equals("Ranking")) {
                ((ObjectNode) panel.at("/fieldConfig/defaults/thresholds/steps/1")).put("value", 0.15);
            }
        })));

        assertThat(findings()).containsExactly("Ranking: draws [0.15, 0.25, 0.5], its rules say [0.1, 0.25, 0.5]");
    }

    @Test
    void linesWithoutARuleAreFound() {
        boards.replaceAll(board -> board.spoilt(b -> b.path("panels").forEach(panel -> {
            if (panel.path("title").asText().equals("Heap")) {
                ((ObjectNode) panel).put("description", "Heap. Source: the JVM. Unit: %.");
            }
        })));

        assertThat(findings()).containsExactly("Heap: draws lines and does not say whose");
    }

    @Test
    void aRuleWithoutAnAlertAndAnAlertWithoutARuleAreFound() {
        alerts.removeIf(alert -> alert.name().equals("SpeedUp"));
        assertThat(findings()).anyMatch(found -> found.startsWith("rules are "));

        rules.remove("SpeedUp");
        assertThat(findings()).noneMatch(found -> found.startsWith("rules are "));

        rules.remove("SpeedDown");
        assertThat(findings()).anyMatch(found -> found.startsWith("rules are "));
    }
}
