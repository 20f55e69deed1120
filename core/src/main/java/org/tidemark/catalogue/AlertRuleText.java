package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.SeriesId;

/** A rule as it is written. */
record AlertRuleText(
        @Nullable Boolean off,
        @Nullable String title,
        @Nullable String measure,
        @Nullable List<String> concepts,
        @Nullable List<String> economies,
        @Nullable List<String> sectors,
        @Nullable String condition,
        @Nullable Double threshold,
        @Nullable String stage,
        @Nullable String term,
        @Nullable Double raise,
        @Nullable Double clear,
        @Nullable Integer releases,
        @Nullable String severity,
        @Nullable String audience,
        @JsonProperty("false_alarms_per_month") @Nullable Double falseAlarmsPerMonth,
        @Nullable List<AlertPremiseText> premises) {
    /** Where a title names the threshold, so that another threshold is another title. */
    private static final String THRESHOLD = "{threshold}";

    private static final List<String> STAGES = List.of("germination", "growth", "maturity");

    boolean isOff() {
        return off != null && off;
    }

    AlertRule rule(String id) {
        return new AlertRule(
                id,
                needed(id, "title", title).replace(THRESHOLD, number(threshold)),
                measure == null ? "" : measure,
                orEmpty(concepts),
                orEmpty(economies),
                sectors == null ? List.of(SeriesId.TOTAL) : sectors,
                condition(id),
                needed(id, "raise", raise),
                needed(id, "clear", clear),
                releases == null ? 2 : releases,
                oneOf(id, "severity", AlertRule.Severity.class, needed(id, "severity", severity)),
                needed(id, "audience", audience),
                falseAlarmsPerMonth,
                premises == null
                        ? List.of()
                        : premises.stream().map(text -> text.premise(id)).toList());
    }

    /** As people write it: 12, not 12.0. */
    private static String number(@Nullable Double value) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private AlertCondition condition(String id) {
        AlertCondition.Kind kind =
                oneOf(id, "condition", AlertCondition.Kind.class, needed(id, "condition", condition));
        if (kind.hasThreshold()) {
            needed(id, "threshold", threshold);
        } else if (threshold != null) {
            throw new IllegalArgumentException(
                    "rules: %s: condition %s has no threshold; leave it out".formatted(id, kind.written()));
        }
        boolean staged = kind == AlertCondition.Kind.STAGE;
        if (staged && !STAGES.contains(needed(id, "stage", stage))) {
            throw new IllegalArgumentException(
                    "rules: %s: stage '%s' is none of %s".formatted(id, stage, String.join(", ", STAGES)));
        }
        if (term != null && kind != AlertCondition.Kind.PROBABLE) {
            throw new IllegalArgumentException("rules: %s: condition %s reads no term; leave it out, or write probable"
                    .formatted(id, kind.written()));
        }
        return new AlertCondition(
                kind,
                threshold == null ? 0 : threshold,
                staged && stage != null ? stage : "",
                term == null ? "" : term);
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static <E extends Enum<E>> E oneOf(String id, String field, Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rules: %s: %s '%s' is none of %s"
                        .formatted(
                                id,
                                field,
                                text,
                                Arrays.stream(type.getEnumConstants())
                                        .map(e -> e.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }

    private static <T> T needed(String id, String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("rules: %s: %s is missing".formatted(id, field));
        }
        return value;
    }
}
