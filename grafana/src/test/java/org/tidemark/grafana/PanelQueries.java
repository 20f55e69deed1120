package org.tidemark.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a Prometheus what Grafana would ask it for a dashboard. */
final class PanelQueries {
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");
    private static final int POINTS = 200;
    private static final String INTERVAL = "1m";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int YEARS_BACK = 12;
    private static final int YEARS_AHEAD = 5;

    private final Running prometheus;
    private final Duration back;
    private final Map<String, List<Map<String, String>>> choices = new LinkedHashMap<>();

    PanelQueries(Running prometheus, Duration back) {
        this.prometheus = prometheus;
        this.back = back;
    }

    /** The panels, with the letter of the query, of which no choice of the variables brings anything. */
    List<String> empty(Board board) throws IOException, InterruptedException {
        List<String> empty = new ArrayList<>();
        for (JsonNode panel : board.asking()) {
            for (JsonNode target : panel.path("targets")) {
                if (!hasData(board, panel, target)) {
                    empty.add("%s: %s %s"
                            .formatted(
                                    board.file(),
                                    panel.path("title").asText(),
                                    target.path("refId").asText()));
                }
            }
        }
        return empty;
    }

    private boolean hasData(Board board, JsonNode panel, JsonNode target) throws IOException, InterruptedException {
        List<Map<String, String>> all = choices.get(board.file());
        if (all == null) {
            all = choices(board);
            choices.put(board.file(), all);
        }
        for (Map<String, String> choice : all) {
            if (ask(panel, target, choice).size() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Every combination of values that the variables can have: one depends on those before it. */
    private List<Map<String, String>> choices(Board board) throws IOException, InterruptedException {
        List<Map<String, String>> choices = List.of(Map.of());
        for (JsonNode variable : board.variables()) {
            List<Map<String, String>> next = new ArrayList<>();
            for (Map<String, String> choice : choices) {
                for (String value : values(variable, choice)) {
                    Map<String, String> longer = new LinkedHashMap<>(choice);
                    longer.put(variable.path("name").asText(), value);
                    next.add(longer);
                }
            }
            choices = next;
        }
        return choices;
    }

    private List<String> values(JsonNode variable, Map<String, String> choice)
            throws IOException, InterruptedException {
        Matcher query =
                LABEL_VALUES.matcher(variable.path("query").path("query").asText());
        if (!query.matches()) {
            return List.of(variable.path("query").asText());
        }
        String selector = substituted(query.group(1), choice, INTERVAL);
        List<String> values = new ArrayList<>();
        prometheus
                .get("/api/v1/label/%s/values?match[]=%s"
                        .formatted(query.group(2), Running.encoded(selector))
                        .replace("[", "%5B")
                        .replace("]", "%5D"))
                .path("data")
                .forEach(value -> values.add(value.asText()));
        return values;
    }

    private static String substituted(String text, Map<String, String> choice, String interval) {
        String substituted = text.replace("$__interval", interval);
        for (Map.Entry<String, String> variable : choice.entrySet()) {
            substituted = substituted
                    .replace("${" + variable.getKey() + "}", variable.getValue())
                    .replace("$" + variable.getKey(), variable.getValue());
        }
        return substituted;
    }

    /** What one query of a panel brings, as Grafana would ask it: a panel whose step is a day is one of true dates. */
    JsonNode ask(JsonNode panel, JsonNode target, Map<String, String> choice) throws IOException, InterruptedException {
        boolean dated = panel.has("interval");
        Instant now = Instant.now();
        Instant from = dated ? now.minus(YEAR.multipliedBy(YEARS_BACK)) : now.minus(back);
        Instant to = dated ? now.plus(YEAR.multipliedBy(YEARS_AHEAD)) : now;
        long step = Math.max(1, Duration.between(from, to).toSeconds() / POINTS);
        String expr = substituted(target.path("expr").asText(), choice, dated ? step + "s" : INTERVAL);
        String when = target.path("instant").asBoolean()
                ? "query?time=" + now.getEpochSecond()
                : "query_range?start=%d&end=%d&step=%d".formatted(from.getEpochSecond(), to.getEpochSecond(), step);
        return prometheus
                .get("/api/v1/%s&query=%s".formatted(when, Running.encoded(expr)))
                .at("/data/result");
    }
}
