package org.tidemark.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers as the page shows them, beside those of the API. */
final class ShownNumbers {
    private ShownNumbers() {}

    /** All numbers of an answer. */
    static void of(JsonNode node, List<BigDecimal> into) {
        if (node.isNumber()) {
            into.add(new BigDecimal(node.asText()));
        }
        node.forEach(child -> of(child, into));
    }

    /** The number that a text begins with. */
    static BigDecimal number(@Nullable String text) {
        return new BigDecimal(String.valueOf(text)
                .split(" ", 2)[0]
                .replace(",", "")
                .replace("+", "")
                .replace('\u2212', '-'));
    }

    /** A value of the API with as many decimals as a text has. */
    static BigDecimal asShown(String value, @Nullable String text) {
        return new BigDecimal(value).setScale(number(text).scale(), RoundingMode.HALF_EVEN);
    }
}
