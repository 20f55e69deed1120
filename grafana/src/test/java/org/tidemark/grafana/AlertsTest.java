package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each alert has what whoever is woken by it needs. */
class AlertsTest {
    private static final Set<String> SEVERITIES = Set.of("none", "info", "warning", "critical");
    private static final Set<String> AUDIENCES = Set.of("analysts", "operators");

    private final List<Alert> alerts = Alert.all();

    @Test
    void eachHasItsTimeItsSeverityItsAudienceASentenceAndARunbook() {
        assertThat(alerts).hasSizeGreaterThan(20).allSatisfy(alert -> {
            assertThat(alert.lasting()).as("for").isNotEmpty();
            assertThat(SEVERITIES).contains(alert.labels().get("severity"));
            assertThat(AUDIENCES).contains(alert.labels().get("audience"));
            assertThat(alert.annotation("summary")).isNotEmpty();
            assertThat(alert.annotation("description")).endsWith(".").doesNotContain("\n");
            assertThat(alert.annotation("runbook_url")).endsWith("docs/runbooks/" + alert.name() + ".md");
        });
        assertThat(alerts).extracting(Alert::name).doesNotHaveDuplicates();
    }

    @Test
    void eachHasARunbookAndEachRunbookAnAlert() {
        assertThat(Place.files(Place.RUNBOOKS, ".md"))
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactlyInAnyOrderElementsOf(
                        alerts.stream().map(alert -> alert.name() + ".md").toList());
    }

    @Test
    void aRunbookSaysWhatItMeansWhomItHurtsHowToLookAndWhatToDo() {
        for (Path runbook : Place.files(Place.RUNBOOKS, ".md")) {
            List<String> heads = Place.text(runbook)
                    .lines()
                    .filter(line -> line.startsWith("#"))
                    .toList();
            String name = String.valueOf(runbook.getFileName()).replace(".md", "");
            assertThat(heads).containsExactly("# " + name, "## Meaning", "## Impact", "## Diagnosis", "## Mitigation");
        }
    }

    @Test
    void eachIsTestedBeforeItsBoundaryAfterItAndWhenItIsOver() {
        Set<String> tested = new HashSet<>();
        for (Path file : Place.files(Place.PROMETHEUS.resolve("tests"), ".yml")) {
            Place.yaml(file).path("tests").forEach(test -> {
                String name = test.path("name").asText();
                List<Integer> fired = new ArrayList<>();
                test.path("alert_rule_test")
                        .forEach(at -> fired.add(at.path("exp_alerts").size()));
                // It never ends, so it can only be shown to fire.
                List<Integer> ends = name.equals("TidemarkAlive") ? List.of(1, 1) : List.of(0, 0);
                assertThat(List.of(fired.get(0), fired.get(fired.size() - 1)))
                        .as(name)
                        .isEqualTo(ends);
                assertThat(fired).as(name).contains(1);
                tested.add(name);
            });
        }
        assertThat(tested)
                .isEqualTo(new HashSet<>(alerts.stream().map(Alert::name).toList()));
    }

    @Test
    void rulesAskOnlyForMetricsThatThereAre() {
        Set<String> metrics = Metrics.all();
        assertThat(Alert.expressions()).allSatisfy(expr -> assertThat(metrics).containsAll(MetricNames.in(expr)));
    }
}
