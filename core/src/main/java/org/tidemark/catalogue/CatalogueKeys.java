package org.tidemark.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What makes two entries of a list the same: the dataflow, the rows that are meant, what a premise is about. */
final class CatalogueKeys {
    private static final String DATAFLOW = "dataflow";
    private static final String ROWS = "where";
    private static final String MEASURE = "measure";
    private static final String CONCEPTS = "concepts";
    private static final Pattern VERSION = Pattern.compile("\\([^()]*\\)$");

    private CatalogueKeys() {}

    /** {@code ESTAT:ISOC_EB_AI(1.0)}: the version of a structure does not change what it measures. */
    static String withoutVersion(String dataflow) {
        return VERSION.matcher(dataflow.strip()).replaceFirst("");
    }

    /** Where the list holds an entry of the same key; -1 when it does not, or the entry has no key. */
    static int find(ArrayNode list, ObjectNode entry) {
        String key = of(entry);
        for (int i = 0; !key.isEmpty() && i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode other && of(other).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The key in words, also for messages; empty when there is none. */
    static String of(ObjectNode entry) {
        if (entry.has(DATAFLOW)) {
            return withoutVersion(entry.path(DATAFLOW).asText());
        }
        if (entry.has(ROWS)) {
            return conditions(entry.path(ROWS));
        }
        return entry.has(MEASURE) ? entry.path(MEASURE).asText() + " " + entry.path(CONCEPTS) : "";
    }

    /** Whatever their order, conditions say the same. */
    private static String conditions(JsonNode rows) {
        TreeMap<String, String> sorted = new TreeMap<>();
        rows.properties()
                .forEach(field -> sorted.put(field.getKey(), field.getValue().asText()));
        return sorted.toString();
    }
}
