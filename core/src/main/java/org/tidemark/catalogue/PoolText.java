package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pool as it is written in YAML; what is absent is null. */
record PoolText(
        @Nullable List<String> concepts,
        @Nullable Map<String, String> anchors,
        @JsonProperty("concept_bias") @Nullable SpreadText conceptBias,
        @JsonProperty("source_bias") @Nullable SpreadText sourceBias,
        @JsonProperty("noise_scale") @Nullable Double noiseScale,
        @JsonProperty("drift_bound") @Nullable Double driftBound) {
    record SpreadText(
            @JsonProperty("prior_sd") @Nullable Double priorSd,
            @Nullable Double wander,
            @JsonProperty("wander_of") @Nullable Map<String, Double> wanderOf) {}

    /** With a regime for each declared break that says from when. */
    PoolRecipe recipe(List<DeclaredBreak> breaks) {
        return new PoolRecipe(
                needed("concepts", concepts),
                new TreeMap<>(CatalogueFile.orEmpty(anchors)),
                spread("concept_bias", conceptBias),
                conceptBias == null ? Map.of() : CatalogueFile.orEmpty(conceptBias.wanderOf()),
                spread("source_bias", sourceBias),
                needed("noise_scale", noiseScale),
                needed("drift_bound", driftBound),
                breaks.stream().flatMap(PoolText::regime).toList());
    }

    private static Stream<BiasRegime> regime(DeclaredBreak declared) {
        LocalDate from = declared.from();
        return from == null ? Stream.empty() : Stream.of(new BiasRegime(declared, from));
    }

    private static BiasSpread spread(String field, @Nullable SpreadText text) {
        SpreadText given = needed(field, text);
        return new BiasSpread(
                needed(field + ": prior_sd", given.priorSd()), needed(field + ": wander", given.wander()));
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("catalogue: pool: %s is missing".formatted(field));
        }
        return value;
    }
}
