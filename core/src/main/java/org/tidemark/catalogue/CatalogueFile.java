package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue as it is written in YAML; what is absent is null. */
record CatalogueFile(
        @Nullable Map<String, String> aggregates,
        @Nullable Map<String, String> economies,
        @Nullable Map<String, SourceText> sources,
        @Nullable Map<String, EntryText> families,
        @Nullable Map<String, EntryText> indicators,
        @Nullable Map<String, Map<String, String>> columns,
        @Nullable List<SdmxText> sdmx,
        @Nullable AttributesText attributes,
        @Nullable Map<String, PriorText> priors,
        @Nullable Map<String, GapText> gaps,
        @Nullable LedgerText ledger,
        @Nullable SectorOccupationsText occupations,
        @Nullable PoolText pool,
        @Nullable Map<String, List<String>> ranges,
        @Nullable JudgingText judging,
        @Nullable Map<String, JudgingText.BreakText> breaks,
        @Nullable Map<String, MeasureText> measures,
        @Nullable Map<String, SeedRowText> rows,
        @Nullable Map<String, CsvMappingText> files,
        @Nullable Map<String, AlertRuleText> rules,
        @Nullable Map<String, EndpointText> endpoints,
        @Nullable BoundsText bounds) {

    record PriorText(
            @Nullable Double mean,
            @Nullable Double observations,
            @Nullable Double sd,
            @Nullable String unit,
            @Nullable String citation) {}

    record SourceText(
            @Nullable String title,
            @Nullable String coverage,
            @Nullable String sends,
            @Nullable String lag,
            @Nullable Map<String, String> published,
            @Nullable Map<String, String> marks,
            @Nullable String citation,
            @Nullable String licence) {}

    record EntryText(
            @Nullable String title,
            @Nullable Role role,
            @Nullable String concept,
            @Nullable String definition,
            @Nullable String unit,
            @Nullable String frequency,
            @Nullable String transform,
            @Nullable Double noise,
            @JsonProperty("noise_of") @Nullable Map<String, Double> noiseOf,
            @JsonProperty("noise_citation") @Nullable String noiseCitation,
            @Nullable Double bias,
            @JsonProperty("bias_citation") @Nullable String biasCitation,
            @Nullable List<Double> range,
            @Nullable Double tolerance,
            @Nullable String lag,
            @Nullable Thinning thinning,
            @Nullable Seasonality season,
            @Nullable String citation,
            @JsonProperty("stands_for") @Nullable Map<String, List<String>> standsFor,
            @Nullable List<String> units,
            @Nullable String ended,
            @Nullable String successor) {}

    record SdmxText(
            @Nullable String dataflow,
            @Nullable String source,
            @JsonProperty("economy_dimension") @Nullable String economyDimension,
            @Nullable Map<String, String> economies,
            @Nullable List<SdmxRowText> series,
            @JsonProperty("standard_error") @Nullable String standardError,
            @JsonProperty("unit_mult") @Nullable Integer unitMult,
            @Nullable List<String> ignored,
            @Nullable Map<String, String> marks) {}

    record AttributesText(
            @Nullable List<String> multipliers,
            @JsonProperty("standard_errors") @Nullable List<String> standardErrors,
            @JsonProperty("unit_columns") @Nullable List<String> unitColumns,
            @Nullable Map<String, String> units,
            @Nullable List<String> currencies,
            @Nullable List<String> neutral,
            @Nullable List<String> ignored) {
        SdmxAttributes attributes() {
            return new SdmxAttributes(
                    orEmpty(multipliers),
                    orEmpty(standardErrors),
                    orEmpty(unitColumns),
                    orEmpty(units),
                    orEmpty(currencies),
                    orEmpty(neutral),
                    orEmpty(ignored));
        }

        private static List<String> orEmpty(@Nullable List<String> list) {
            return list == null ? List.of() : list;
        }

        private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
            return CatalogueFile.orEmpty(map);
        }
    }

    record SdmxRowText(@Nullable Map<String, String> where, @Nullable String indicator, @Nullable String sector) {}

    static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? new LinkedHashMap<>() : map;
    }
}
