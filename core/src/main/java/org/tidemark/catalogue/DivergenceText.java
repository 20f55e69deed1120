package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison of economies as it is written in YAML; what is absent is null. */
record DivergenceText(
        @Nullable String scope,
        @Nullable String indicator,
        @Nullable String source,
        @Nullable List<String> members,
        @JsonProperty("parts_of") @Nullable String partsOf,
        @Nullable Integer fewest,
        @JsonProperty("apart_years") @Nullable List<Double> apartYears) {
    DivergenceRecipe recipe(String id) {
        List<Double> apart = needed(id, "apart_years", apartYears);
        if (apart.size() != 2) {
            throw new IllegalArgumentException(
                    "catalogue: divergence %s: apart_years must be two numbers, [least, most]".formatted(id));
        }
        return new DivergenceRecipe(
                id,
                needed(id, "scope", scope),
                needed(id, "indicator", indicator),
                needed(id, "source", source),
                members == null ? List.of() : members,
                partsOf == null ? "" : partsOf,
                needed(id, "fewest", fewest),
                apart.get(0),
                apart.get(1));
    }

    private static <T> T needed(String id, String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("catalogue: divergence %s: %s is missing".formatted(id, field));
        }
        return value;
    }
}
