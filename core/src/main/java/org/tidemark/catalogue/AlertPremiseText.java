package org.tidemark.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A premise as it is written. */
record AlertPremiseText(
        @Nullable String measure,
        @Nullable List<String> concepts,
        @Nullable Double above,
        @Nullable Double below,
        @Nullable Double probability) {
    private static final double PROBABILITY = 0.8;

    AlertPremise premise(String rule) {
        Double bound = above == null ? below : above;
        if (measure == null || bound == null || (above != null && below != null)) {
            throw new IllegalArgumentException(
                    "rules: %s: a premise needs measure and either above or below, such as {measure: penetration, above: 5}"
                            .formatted(rule));
        }
        return new AlertPremise(
                measure,
                concepts == null ? List.of() : concepts,
                bound,
                above == null,
                probability == null ? PROBABILITY : probability);
    }
}
