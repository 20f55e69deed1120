package org.tidemark.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What rules.yaml says of one rule.
 *
 * @param threshold in the unit of the metric: a ratio, or logits a year; empty where the rule has none
 * @param raise probability
 * @param clear probability
 */
record Rule(
        String id,
        String title,
        OptionalDouble threshold,
        double raise,
        double clear,
        int releases,
        String severity,
        String audience) {
    private static final Path SHIPPED =
            Place.REPOSITORY.resolve("core/src/main/resources/org/tidemark/catalogue/rules.yaml");
    private static final double PERCENT = 100;

    /** All rules, in their order. */
    static Map<String, Rule> all() {
        return of(Place.yaml(SHIPPED));
    }

    static Map<String, Rule> of(JsonNode file) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        file.path("rules")
                .properties()
                .forEach(entry -> rules.put(entry.getKey(), of(entry.getKey(), entry.getValue())));
        return rules;
    }

    private static Rule of(String id, JsonNode rule) {
        boolean level = rule.path("condition").asText().startsWith("level");
        OptionalDouble threshold = rule.has("threshold")
                ? OptionalDouble.of(rule.path("threshold").asDouble() / (level ? PERCENT : 1))
                : OptionalDouble.empty();
        return new Rule(
                id,
                rule.path("title")
                        .asText()
                        .replace("{threshold}", rule.path("threshold").asText()),
                threshold,
                rule.path("raise").asDouble(),
                rule.path("clear").asDouble(),
                rule.path("releases").asInt(),
                rule.path("severity").asText(),
                rule.path("audience").asText());
    }
}
