package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contrast as it is written in YAML; what is absent is null. */
record ContrastText(
        @Nullable String title,
        @Nullable ContrastTransform transform,
        @Nullable String indicator,
        @Nullable String minus,
        @Nullable Map<String, String> indicators,
        @Nullable List<String> exposed,
        @Nullable List<String> unexposed,
        @Nullable List<String> others,
        @JsonProperty("common_base") @Nullable Boolean commonBase,
        @Nullable FilterText filter,
        @Nullable String background) {

    record FilterText(
            @Nullable Double reversion,
            @JsonProperty("speed_noise") @Nullable Double speedNoise,
            @JsonProperty("level_noise") @Nullable Double levelNoise,
            @Nullable Double noise,
            @Nullable Double gate) {}

    private static final FilterText UNSAID = new FilterText(null, null, null, null, null);

    ContrastRecipe recipe(String id) {
        try {
            ContrastTransform of = needed("transform", transform);
            return new ContrastRecipe(
                    id,
                    title == null ? id : title,
                    of,
                    indicator,
                    minus,
                    CatalogueFile.orEmpty(indicators),
                    needed("exposed", exposed),
                    needed("unexposed", unexposed),
                    others == null ? List.of() : others,
                    commonBase == null || commonBase,
                    filter(of, filter == null ? UNSAID : filter),
                    background);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("catalogue: contrast %s: %s".formatted(id, e.getMessage()), e);
        }
    }

    /** Only logs have noises that fit any series; those of percentages depend on what is asked and how often. */
    private static ContrastFilter filter(ContrastTransform transform, FilterText t) {
        ContrastFilter d = ContrastFilter.OF_LOGS;
        boolean log = transform == ContrastTransform.LOG;
        return new ContrastFilter(
                or(t.reversion(), d.reversion()),
                log ? or(t.speedNoise(), d.speedNoise()) : needed("filter: speed_noise", t.speedNoise()),
                log ? or(t.levelNoise(), d.levelNoise()) : needed("filter: level_noise", t.levelNoise()),
                log ? or(t.noise(), d.noise()) : needed("filter: noise", t.noise()),
                or(t.gate(), d.gate()));
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
