package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.PublicationDate;

/** The rules of judging releases as they are written; every field is needed, since the shipped text has them all. */
record JudgingText(
        @Nullable Double tail,
        @JsonProperty("prior_weight") @Nullable Double priorWeight,
        @JsonProperty("past_max") @Nullable Integer pastMax,
        @JsonProperty("figures_min") @Nullable Integer figuresMin,
        @JsonProperty("slip_shift") @Nullable Double slipShift,
        @Nullable Integer confirmations,
        @JsonProperty("shift_sd") @Nullable Double shiftSd,
        @JsonProperty("spread_sd") @Nullable Double spreadSd,
        @JsonProperty("lost_sd") @Nullable Double lostSd,
        @JsonProperty("refused_sd") @Nullable Double refusedSd,
        @JsonProperty("disorder_sd") @Nullable Double disorderSd,
        @JsonProperty("new_tail") @Nullable Double newTail,
        @JsonProperty("new_sd") @Nullable Double newSd,
        @JsonProperty("new_past_max") @Nullable Integer newPastMax) {
    static final double NEW_TAIL = 0.0001;
    static final double NEW_SD = 0.4;
    static final int NEW_PAST_MAX = 12;

    JudgingRules rules() {
        return new JudgingRules(
                needed("judging", "tail", tail),
                needed("judging", "prior_weight", priorWeight),
                needed("judging", "past_max", pastMax),
                needed("judging", "figures_min", figuresMin),
                needed("judging", "slip_shift", slipShift),
                needed("judging", "confirmations", confirmations),
                needed("judging", "shift_sd", shiftSd),
                needed("judging", "spread_sd", spreadSd),
                needed("judging", "lost_sd", lostSd),
                needed("judging", "refused_sd", refusedSd),
                needed("judging", "disorder_sd", disorderSd),
                newTail == null ? NEW_TAIL : newTail,
                newSd == null ? NEW_SD : newSd,
                newPastMax == null ? NEW_PAST_MAX : newPastMax);
    }

    /** A declared break as it is written. */
    record BreakText(
            @Nullable String source,
            @Nullable String indicators,
            @Nullable String published,
            @Nullable String from,
            @Nullable String kind,
            @Nullable String note,
            @Nullable String citation) {
        DeclaredBreak declared(String id) {
            String where = "break " + id;
            return new DeclaredBreak(
                    id,
                    needed(where, "source", source),
                    needed(where, "indicators", indicators),
                    published(where, needed(where, "published", published)),
                    from == null ? null : day(where, from),
                    kind(where, needed(where, "kind", kind)),
                    note == null ? "" : note,
                    citation == null ? "" : citation);
        }

        private static java.time.Instant published(String where, String text) {
            try {
                return PublicationDate.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("catalogue: %s: published: %s".formatted(where, e.getMessage()), e);
            }
        }

        private static LocalDate day(String where, String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "catalogue: %s: from '%s' is no day; write 2025-11-03".formatted(where, text), e);
            }
        }

        private static DeclaredBreak.Kind kind(String where, String text) {
            for (DeclaredBreak.Kind kind : DeclaredBreak.Kind.values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "catalogue: %s: kind '%s' is none of method, unit, wording".formatted(where, text));
        }
    }

    private static <T> T needed(String where, String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("catalogue: %s: %s is missing".formatted(where, field));
        }
        return value;
    }
}
