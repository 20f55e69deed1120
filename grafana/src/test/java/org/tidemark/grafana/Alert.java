package org.tidemark.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One alerting rule of Prometheus. */
record Alert(String name, String expr, String lasting, Map<String, String> labels, Map<String, String> annotations) {
    /** Of all rule files. */
    static List<Alert> all() {
        List<Alert> alerts = new ArrayList<>();
        Place.files(Place.PROMETHEUS.resolve("rules"), ".yml").forEach(file -> alerts.addAll(of(Place.yaml(file))));
        return alerts;
    }

    static List<Alert> of(JsonNode file) {
        List<Alert> alerts = new ArrayList<>();
        file.path("groups").forEach(group -> group.path("rules").forEach(rule -> {
            if (rule.has("alert")) {
                alerts.add(new Alert(
                        rule.path("alert").asText(),
                        rule.path("expr").asText(),
                        rule.path("for").asText(),
                        texts(rule.path("labels")),
                        texts(rule.path("annotations"))));
            }
        }));
        return alerts;
    }

    /** Every expression of the rule files, of recording rules too. */
    static List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        Place.files(Place.PROMETHEUS.resolve("rules"), ".yml")
                .forEach(file -> Place.yaml(file).path("groups").forEach(group -> group.path("rules")
                        .forEach(rule -> expressions.add(rule.path("expr").asText()))));
        return expressions;
    }

    boolean isFor(String audience) {
        return audience.equals(labels.get("audience"));
    }

    String annotation(String key) {
        return annotations.getOrDefault(key, "");
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }
}
