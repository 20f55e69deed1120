package org.tidemark.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists of words (members, concepts, sectors): what is named is added, {@code -X} takes X out, and a list that begins
 * with {@code only}, or is empty, stands alone. A list in which each place has its own meaning is one value, such as a
 * range or the two sides of a gap, and always stands alone.
 */
final class CatalogueWords {
    private static final String ONLY = "only";
    private static final char OUT = '-';
    /** [nominal, deflator] or [real]. */
    private static final Set<String> ONE_VALUE = Set.of("demand", "supply");

    private final String name;
    private final String path;

    CatalogueWords(String name, String path) {
        this.name = name;
        this.path = path;
    }

    ArrayNode lay(@Nullable ArrayNode below, ArrayNode above) {
        if (above.isEmpty()
                || above.get(0).isNumber()
                || ONE_VALUE.contains(path.substring(path.lastIndexOf(' ') + 1))) {
            return above;
        }
        boolean alone = above.get(0).asText().equals(ONLY);
        ArrayNode laid = above.arrayNode();
        if (!alone && below != null) {
            laid.addAll(below);
        }
        int held = laid.size();
        for (int i = alone ? 1 : 0; i < above.size(); i++) {
            String word = above.get(i).asText();
            if (word.length() > 1 && word.charAt(0) == OUT) {
                held = takeOut(laid, word.substring(1), held);
            } else if (find(laid, above.get(i), held) < 0) {
                laid.add(above.get(i));
            }
        }
        return laid;
    }

    private int takeOut(ArrayNode laid, String word, int held) {
        int at = find(laid, laid.textNode(word), held);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "catalogue %s: '%s > -%s' takes out what is not there; correct it or leave it out"
                            .formatted(name, path, word));
        }
        laid.remove(at);
        return held - 1;
    }

    /** Only among what is from below: a word that its own text says twice is a slip that the checks will name. */
    private static int find(ArrayNode list, JsonNode word, int held) {
        for (int i = 0; i < held; i++) {
            if (list.get(i).equals(word)) {
                return i;
            }
        }
        return -1;
    }
}
