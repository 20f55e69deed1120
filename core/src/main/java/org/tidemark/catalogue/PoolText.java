package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pool as it is written in YAML; what is absent is null. */
record PoolText(
        @Nullable List<String> concepts,
        @Nullable Map<String, String> anchors,
        @JsonProperty("concept_bias") @Nullable SpreadText conceptBias,
        @JsonProperty("source_bias") @Nullable SpreadText sourceBias,
        @JsonProperty("noise_scale") @Nullable Double noiseScale,
        @JsonProperty("drift_bound") @Nullable Double driftBound,
        @Nullable List<RegimeText> regimes) {
    record SpreadText(@JsonProperty("prior_sd") @Nullable Double priorSd, @Nullable Double wander) {}

    record RegimeText(@Nullable String source, @Nullable String indicator, @Nullable String from) {}

    PoolRecipe recipe() {
        return new PoolRecipe(
                needed("concepts", concepts),
                new TreeMap<>(CatalogueFile.orEmpty(anchors)),
                spread("concept_bias", conceptBias),
                spread("source_bias", sourceBias),
                needed("noise_scale", noiseScale),
                needed("drift_bound", driftBound),
                regimes == null
                        ? List.of()
                        : regimes.stream().map(PoolText::regime).toList());
    }

    private static BiasSpread spread(String field, @Nullable SpreadText text) {
        SpreadText given = needed(field, text);
        return new BiasSpread(
                needed(field + ": prior_sd", given.priorSd()), needed(field + ": wander", given.wander()));
    }

    private static BiasRegime regime(RegimeText t) {
        String from = needed("regimes: from", t.from());
        try {
            return new BiasRegime(
                    needed("regimes: source", t.source()),
                    needed("regimes: indicator", t.indicator()),
                    LocalDate.parse(from));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "catalogue: pool: regimes: from '%s' is no day; write 2025-11-03".formatted(from), e);
        }
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("catalogue: pool: %s is missing".formatted(field));
        }
        return value;
    }
}
