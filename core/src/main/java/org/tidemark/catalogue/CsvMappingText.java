package org.tidemark.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.SeriesId;

/** A mapping of a file as it is written in YAML; what is absent is null. */
record CsvMappingText(
        @Nullable String source,
        @Nullable String rows,
        @Nullable Map<String, String> columns,
        @Nullable List<String> header,
        @Nullable Boolean only,
        @Nullable String economy,
        @Nullable Map<String, String> economies,
        @Nullable String unknown,
        @Nullable String sector,
        @Nullable String period,
        @Nullable String span,
        @Nullable String published,
        @Nullable String filed,
        @Nullable Map<String, List<String>> where,
        @Nullable Map<String, List<String>> except,
        @Nullable Map<String, String> marks,
        @Nullable Map<String, SeriesText> series) {
    private static final Set<String> SPANS = Set.of("day", "week", "month", "quarter", "year");

    record SeriesText(
            @Nullable String column,
            @Nullable String indicator,
            @Nullable String economy,
            @Nullable String sector,
            @Nullable String span,
            @Nullable String unit,
            @Nullable Double factor,
            @Nullable String error,
            @Nullable Map<String, List<String>> where) {
        CsvMapping.Series series(String where, String key) {
            return new CsvMapping.Series(
                    "count".equals(column) ? null : column == null ? key : column,
                    needed(where + ": series " + key, "indicator", indicator),
                    economy,
                    sector,
                    span,
                    needed(where + ": series " + key, "unit", unit),
                    factor == null ? 1 : factor,
                    error,
                    CatalogueFile.orEmpty(this.where));
        }
    }

    CsvMapping mapping(String name) {
        String at = "file " + name;
        if (span != null && !SPANS.contains(span)) {
            throw new IllegalArgumentException(
                    "catalogue: %s: span '%s'; write day, week, month, quarter or year".formatted(at, span));
        }
        Map<String, SeriesText> written = needed(at, "series", series);
        return new CsvMapping(
                name,
                needed(at, "source", source),
                rows == null ? null : pointer(at, "rows", rows),
                columns(at),
                needed(at, "header", header),
                only != null && only,
                needed(at, "economy", economy),
                CatalogueFile.orEmpty(economies),
                "skip".equals(unknown),
                sector == null ? SeriesId.TOTAL : sector,
                needed(at, "period", period),
                span,
                published,
                filed,
                CatalogueFile.orEmpty(where),
                CatalogueFile.orEmpty(except),
                MarksText.parse(at, CatalogueFile.orEmpty(marks)),
                written.entrySet().stream()
                        .map(s -> s.getValue().series(at, s.getKey()))
                        .toList());
    }

    private Map<String, String> columns(String at) {
        Map<String, String> all = CatalogueFile.orEmpty(columns);
        if ((rows == null) != all.isEmpty()) {
            throw new IllegalArgumentException(
                    "catalogue: %s: 'rows' says where a JSON document has its rows, and 'columns' what a row has where; write both or neither"
                            .formatted(at));
        }
        all.forEach((column, pointer) -> pointer(at, "column " + column, pointer));
        return all;
    }

    private static String pointer(String at, String field, String text) {
        try {
            return JsonPointer.compile(text).toString();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "catalogue: %s: %s: '%s' is no JSON Pointer; write one such as /data".formatted(at, field, text),
                    e);
        }
    }

    private static <T> T needed(String where, String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("catalogue: %s: %s is missing; write it".formatted(where, field));
        }
        return value;
    }
}
