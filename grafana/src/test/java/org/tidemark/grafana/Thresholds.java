package org.tidemark.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The same numbers in rules.yaml, in Prometheus' rules and on the dashboards. A panel says in its description whose lines
 * it draws: {@code Lines: PenetrationAbove10.} or {@code Lines: clear and raise of DemandShort.}
 */
final class Thresholds {
    /** Whichever monitor shows it: see docs/stack.md, "More monitors". */
    private static final String ACTIVE =
            "max by (job, rule, economy, sector, concept, subject, severity, audience, attribution)"
                    + " (tidemark_alert_active{rule=\"%s\"}) == 1";

    private static final Pattern LINES = Pattern.compile("Lines: (clear and raise of )?([A-Za-z0-9, ]+)\\.");
    private static final Pattern BOUND = Pattern.compile("> ([0-9.]+)$");
    private static final double PERCENT = 100;

    private final Map<String, Rule> rules;
    private final List<Alert> alerts;
    private final Set<String> drawn = new TreeSet<>();
    private final List<String> findings = new ArrayList<>();

    private Thresholds(Map<String, Rule> rules, List<Alert> alerts) {
        this.rules = rules;
        this.alerts = alerts;
    }

    /** Everything that differs. */
    static List<String> findings(Map<String, Rule> rules, List<Alert> alerts, List<Board> boards) {
        Thresholds thresholds = new Thresholds(rules, alerts);
        thresholds.alerts();
        boards.forEach(board -> board.asking().forEach(thresholds::panel));
        thresholds.undrawn();
        return List.copyOf(thresholds.findings);
    }

    private void check(boolean holds, String finding) {
        if (!holds) {
            findings.add(finding);
        }
    }

    private void alerts() {
        Set<String> told = new TreeSet<>();
        alerts.stream().filter(a -> a.isFor("analysts")).forEach(a -> told.add(a.name()));
        check(
                told.equals(new TreeSet<>(rules.keySet())),
                "rules are %s, alerts for analysts %s".formatted(rules.keySet(), told));
        for (Alert alert : alerts) {
            Rule rule = rules.get(alert.name());
            if (rule != null) {
                alert(alert, rule);
            }
        }
    }

    private void alert(Alert alert, Rule rule) {
        same(alert, "expr", alert.expr(), ACTIVE.formatted(rule.id()));
        same(alert, "severity", alert.labels().get("severity"), rule.severity());
        same(alert, "audience", alert.labels().get("audience"), rule.audience());
        same(alert, "title", alert.annotation("title"), rule.title());
        String threshold =
                rule.threshold().isPresent() ? number(rule.threshold().getAsDouble()) : "";
        same(alert, "threshold", alert.annotation("threshold"), threshold);
        same(alert, "raise", alert.annotation("raise"), number(rule.raise()));
        same(alert, "clear", alert.annotation("clear"), number(rule.clear()));
        String description = alert.annotation("description");
        if (description.contains("probability")) {
            String raise = "at least %s %% in %d release".formatted(number(rule.raise() * PERCENT), rule.releases());
            String clear = "over below %s %%".formatted(number(rule.clear() * PERCENT));
            check(description.contains(raise), "%s: the description does not say '%s'".formatted(alert.name(), raise));
            check(description.contains(clear), "%s: the description does not say '%s'".formatted(alert.name(), clear));
        }
    }

    private void same(Alert alert, String what, @Nullable String said, String ruled) {
        check(
                ruled.equals(said),
                "%s: %s is '%s' in Prometheus' rules, '%s' in rules.yaml".formatted(alert.name(), what, said, ruled));
    }

    private void panel(JsonNode panel) {
        String title = panel.path("title").asText();
        JsonNode defaults = panel.path("fieldConfig").path("defaults");
        Matcher lines = LINES.matcher(panel.path("description").asText());
        if (!lines.find()) {
            String style = defaults.at("/custom/thresholdsStyle/mode").asText("off");
            check(style.equals("off"), "%s: draws lines and does not say whose".formatted(title));
            return;
        }
        Set<Double> said = new TreeSet<>();
        for (String name : lines.group(2).split(", ", -1)) {
            drawn.add(name);
            said.addAll(numbers(name, lines.group(1) != null));
        }
        Set<Double> steps = new TreeSet<>();
        defaults.at("/thresholds/steps").forEach(step -> {
            if (!step.path("value").isNull()) {
                steps.add(step.path("value").asDouble());
            }
        });
        check(steps.equals(said), "%s: draws %s, its rules say %s".formatted(title, steps, said));
    }

    private List<Double> numbers(String name, boolean probabilities) {
        Rule rule = rules.get(name);
        if (rule != null) {
            return probabilities
                    ? List.of(rule.clear(), rule.raise())
                    : rule.threshold().stream().boxed().toList();
        }
        return alerts.stream()
                .filter(alert -> alert.name().equals(name))
                .map(alert -> BOUND.matcher(alert.expr()))
                .filter(Matcher::find)
                .map(bound -> Double.valueOf(bound.group(1)))
                .toList();
    }

    /** A held release is held: there is no probability of it to draw. */
    private void undrawn() {
        rules.keySet()
                .forEach(
                        id -> check(drawn.contains(id) || id.equals("ReleaseHeld"), "%s is on no panel".formatted(id)));
    }

    private static String number(double value) {
        String text = Double.toString(Math.round(value * 1e6) / 1e6);
        return Arrays.asList(text.split("\\.", -1)).get(1).equals("0") ? text.substring(0, text.length() - 2) : text;
    }
}
