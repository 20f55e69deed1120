package org.tidemark.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays one catalogue text over another: entries by their key, fields one by one, lists by their members. Nothing that
 * the text below says is lost unless the text above says {@code off}.
 */
final class CatalogueLayers {
    private static final String OFF = "off";
    /** Rules know by themselves when they are off. */
    private static final String RULES = "rules";

    private final String name;

    /**
     * Lays texts.
     *
     * @param name of the text above, for messages
     */
    CatalogueLayers(String name) {
        this.name = name;
    }

    void lay(ObjectNode below, ObjectNode above) {
        lay(below, above, "");
    }

    private void lay(ObjectNode below, ObjectNode above, String path) {
        for (Map.Entry<String, JsonNode> field : above.properties()) {
            String key = field.getKey();
            JsonNode value = field.getValue();
            String place = path.isEmpty() ? key : path + " > " + key;
            if (isOff(value, path)) {
                if (below.remove(key) == null) {
                    throw nothingToSwitchOff(place);
                }
            } else if (value instanceof ObjectNode entry) {
                ObjectNode held = below.get(key) instanceof ObjectNode there ? there : below.putObject(key);
                lay(held, withoutWord(entry, path), place);
            } else if (value instanceof ArrayNode list) {
                below.set(key, list(below.get(key) instanceof ArrayNode there ? there : null, list, place));
            } else {
                below.set(key, value);
            }
        }
    }

    /** The text as it would be if it switched nothing off, for a check of its form. */
    static JsonNode withoutOff(JsonNode text) {
        return withoutOff(text, "");
    }

    private static JsonNode withoutOff(JsonNode node, String path) {
        if (node instanceof ObjectNode entry) {
            ObjectNode kept = entry.objectNode();
            withoutWord(entry, path).properties().stream()
                    .filter(field -> !isOff(field.getValue(), path))
                    .forEach(field -> kept.set(field.getKey(), withoutOff(field.getValue(), path + field.getKey())));
            return kept;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode kept = list.arrayNode();
            list.forEach(element -> {
                if (!element.isObject() || !isOff(element, path)) {
                    kept.add(withoutOff(element, path));
                }
            });
            return kept;
        }
        return node;
    }

    private static boolean isOff(JsonNode value, String path) {
        return (value.isTextual() && value.textValue().equals(OFF))
                || (!path.equals(RULES) && value.path(OFF).asBoolean());
    }

    /** An entry that says {@code off: false} is one that is on. */
    private static ObjectNode withoutWord(ObjectNode entry, String path) {
        return path.startsWith(RULES) || !entry.path(OFF).isBoolean()
                ? entry
                : entry.deepCopy().without(OFF);
    }

    private ArrayNode list(@Nullable ArrayNode below, ArrayNode above, String path) {
        boolean entries = !above.isEmpty() && above.get(0).isObject();
        if (entries) {
            return entries(below, above, path);
        }
        return new CatalogueWords(name, path).lay(below, above);
    }

    private ArrayNode entries(@Nullable ArrayNode below, ArrayNode above, String path) {
        ArrayNode laid = above.arrayNode();
        if (below != null) {
            laid.addAll(below);
        }
        for (JsonNode element : above) {
            if (!(element instanceof ObjectNode entry)) {
                laid.add(element);
                continue;
            }
            int at = CatalogueKeys.find(laid, entry);
            String place = path + " > " + CatalogueKeys.of(entry);
            if (isOff(entry, path)) {
                if (at < 0) {
                    throw nothingToSwitchOff(place);
                }
                laid.remove(at);
            } else {
                ObjectNode held = at >= 0 && laid.get(at) instanceof ObjectNode there ? there : laid.addObject();
                lay(held, withoutWord(entry, path), place);
            }
        }
        return laid;
    }

    private IllegalArgumentException nothingToSwitchOff(String place) {
        return new IllegalArgumentException(
                "catalogue %s: '%s' is switched off, but there is none; correct its key or leave it out"
                        .formatted(name, place));
    }
}
