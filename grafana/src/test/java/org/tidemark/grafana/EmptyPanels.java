package org.tidemark.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Queries that bring nothing in the tests, each with the reason. */
final class EmptyPanels {
    private static final Path LIST = Place.MODULE.resolve("src/test/resources/empty-panels.yaml");

    private EmptyPanels() {}

    /** By dashboard, title and letter. */
    static Map<String, String> reasons() {
        return part("panels");
    }

    /** Names that no system on these figures exposes. */
    static Set<String> metrics() {
        return new TreeSet<>(part("metrics").keySet());
    }

    private static Map<String, String> part(String name) {
        Map<String, String> reasons = new TreeMap<>();
        JsonNode list = Place.yaml(LIST).path(name);
        list.properties()
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue().asText()));
        return reasons;
    }
}
