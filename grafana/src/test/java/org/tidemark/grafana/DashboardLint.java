package org.tidemark.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a dashboard of ours must keep to, beyond Grafana's types. Each finding names the panel and the remedy. */
final class DashboardLint {
    private static final int COLUMNS = 24;
    private static final int SCHEMA = 42;
    private static final Set<String> SOURCES = Set.of("tidemark-prometheus", "tidemark-history");
    // Grafana's own: time range, interval, and what a data link knows of its field.
    private static final Pattern BUILT_IN = Pattern.compile("__.*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-zA-Z_][a-zA-Z0-9_]*)");

    private static final Pattern BAND = Pattern.compile(
            "(?<!_lower80|_upper80|_lower95|_upper95|_probability)(_ratio|_ratio_per_year|(?<=slope))$");

    private final Set<String> metrics;
    private final List<String> findings = new ArrayList<>();
    private final Set<String> choices = new HashSet<>();

    private DashboardLint(Set<String> metrics) {
        this.metrics = metrics;
    }

    /**
     * All that is wrong with a dashboard.
     *
     * @param metrics names that there are
     */
    static List<String> findings(Board board, Set<String> metrics) {
        DashboardLint lint = new DashboardLint(metrics);
        lint.choices(board);
        lint.overMonitors(board);
        lint.frame(board);
        lint.ids(board);
        lint.grid(board);
        lint.variables(board);
        lint.names(board);
        board.drawn().forEach(lint::panel);
        board.asking().forEach(lint::asks);
        board.asking().forEach(lint::bands);
        return List.copyOf(lint.findings);
    }

    private void check(boolean holds, String finding) {
        if (!holds) {
            findings.add(finding);
        }
    }

    private void frame(Board board) {
        JsonNode json = board.json();
        check(json.path("id").isNull(), "id is %s; write null, Grafana gives its own".formatted(json.path("id")));
        check(
                board.uid().startsWith("tidemark-"),
                "uid is '%s'; links need a fixed one, tidemark-...".formatted(board.uid()));
        check(
                json.path("schemaVersion").asInt() == SCHEMA,
                "schemaVersion is %s; %d".formatted(json.path("schemaVersion"), SCHEMA));
        check(!json.has("__inputs"), "__inputs makes provisioning ask; the data source is a variable");
        check(json.path("links").size() > 0, "no links to the other dashboards");
        json.path("annotations").path("list").forEach(a -> source("annotation " + a.path("name"), a));
    }

    private void ids(Board board) {
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : board.panels()) {
            check(ids.add(panel.path("id").asInt()), "%s: id %s is taken".formatted(title(panel), panel.path("id")));
        }
    }

    private void grid(Board board) {
        Set<List<Integer>> taken = new HashSet<>();
        for (JsonNode panel : board.panels()) {
            JsonNode at = panel.path("gridPos");
            int right = at.path("x").asInt() + at.path("w").asInt();
            check(right <= COLUMNS, "%s: ends in column %d of %d".formatted(title(panel), right, COLUMNS));
            boolean free = true;
            for (int x = at.path("x").asInt(); x < right; x++) {
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    free &= taken.add(List.of(x, y));
                }
            }
            check(free, "%s: lies over another panel".formatted(title(panel)));
        }
    }

    private void variables(Board board) {
        Set<String> defined = new TreeSet<>();
        for (JsonNode variable : board.variables()) {
            defined.add(variable.path("name").asText());
            check(
                    !variable.path("description").asText().isEmpty(),
                    "variable %s: no description".formatted(variable.path("name")));
            if (variable.path("type").asText().equals("query")) {
                source("variable " + variable.path("name"), variable);
            }
        }
        Set<String> used = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(board.json().toString());
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        used.removeIf(name -> BUILT_IN.matcher(name).matches());
        used.forEach(name -> check(defined.contains(name), "variable %s is used and not defined".formatted(name)));
        defined.forEach(name -> check(used.contains(name), "variable %s is defined and not used".formatted(name)));
    }

    private void names(Board board) {
        board.expressions().forEach(expr -> MetricNames.in(expr)
                .forEach(name ->
                        check(metrics.contains(name), "%s is no metric that there is, in %s".formatted(name, expr))));
    }

    private void panel(JsonNode panel) {
        String description = panel.path("description").asText();
        check(!panel.path("title").asText().isEmpty(), "panel %s: no title".formatted(panel.path("id")));
        check(description.contains("Source: "), "%s: the description does not say 'Source: '".formatted(title(panel)));
        check(description.contains("Unit: "), "%s: the description does not say 'Unit: '".formatted(title(panel)));
        int definition = description.indexOf("Source: ");
        check(definition > 0, "%s: the description does not begin with a definition".formatted(title(panel)));
    }

    /** A number that has a band is not drawn without it: neighbours in a row of bars are often not told apart. */
    private void bands(JsonNode panel) {
        String type = panel.path("type").asText();
        Set<String> asked = new TreeSet<>();
        panel.path("targets")
                .forEach(t -> asked.addAll(MetricNames.in(t.path("expr").asText())));
        for (String name : type.equals("bargauge") || type.equals("table") ? asked : Set.<String>of()) {
            String lower = BAND.matcher(name).replaceFirst("_lower80$1");
            check(
                    lower.equals(name) || !metrics.contains(lower) || asked.contains(lower),
                    "%s: %s stands without its band; ask for %s and the upper end"
                            .formatted(title(panel), name, lower));
        }
    }

    private void asks(JsonNode panel) {
        JsonNode defaults = panel.path("fieldConfig").path("defaults");
        check(!defaults.path("unit").asText().isEmpty(), "%s: no unit".formatted(title(panel)));
        source(title(panel), panel);
        Set<String> refs = new HashSet<>();
        check(panel.path("targets").size() > 0, "%s: asks nothing".formatted(title(panel)));
        for (JsonNode target : panel.path("targets")) {
            source(title(panel), target);
            String ref = target.path("refId").asText();
            check(refs.add(ref), "%s: refId %s is taken".formatted(title(panel), ref));
        }
    }

    /** A Grafana of somebody else's has other data sources: whoever imports a dashboard chooses one. */
    private void source(String where, JsonNode asks) {
        String uid = asks.path("datasource").path("uid").asText();
        check(choices.contains(uid), "%s: data source '%s' is no variable of type datasource".formatted(where, uid));
    }

    private void choices(Board board) {
        for (JsonNode variable : board.variables()) {
            if (variable.path("type").asText().equals("datasource")) {
                String name = variable.path("name").asText();
                String uid = variable.path("current").path("value").asText();
                choices.add("${" + name + "}");
                check(variable.path("query").asText().equals("prometheus"), name + ": not a choice of a Prometheus");
                check(SOURCES.contains(uid), "%s: data source '%s' is not provisioned".formatted(name, uid));
            }
        }
        check(choices.size() == 1, "%d variables of type datasource; 1".formatted(choices.size()));
    }

    /** While an economy moves from one monitor to another, both may show it; which one does is nothing to draw. */
    private void overMonitors(Board board) {
        board.expressions().forEach(expr -> Aggregated.bare(expr)
                .forEach(name -> findings.add("%s is not aggregated over monitors, in %s".formatted(name, expr))));
    }

    private static String title(JsonNode panel) {
        return panel.path("title").asText();
    }
}
