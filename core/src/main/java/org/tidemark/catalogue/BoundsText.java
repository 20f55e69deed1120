package org.tidemark.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The edges of time as they are written. */
record BoundsText(
        @JsonProperty("periods_from") @Nullable String periodsFrom,
        @JsonProperty("periods_ahead") @Nullable String periodsAhead,
        @JsonProperty("claims_ahead") @Nullable String claimsAhead,
        @JsonProperty("published_from") @Nullable String publishedFrom,
        @JsonProperty("published_until") @Nullable String publishedUntil,
        @JsonProperty("published_ahead") @Nullable String publishedAhead,
        @Nullable Map<String, OwnText> indicators,
        @Nullable Map<String, OwnText> sources) {

    /** What differs for an indicator, a family with its dot, or a source. */
    record OwnText(
            @JsonProperty("periods_from") @Nullable String periodsFrom,
            @JsonProperty("periods_ahead") @Nullable String periodsAhead,
            @JsonProperty("published_from") @Nullable String publishedFrom) {
        TimeBounds.Own own(String where, boolean ofSource) {
            if (publishedFrom != null && !ofSource) {
                throw new IllegalArgumentException(
                        "catalogue: %s: published_from is for sources; write it under bounds, sources"
                                .formatted(where));
            }
            return new TimeBounds.Own(
                    periodsFrom == null ? null : day(where, "periods_from", periodsFrom),
                    periodsAhead == null ? null : ahead(where, "periods_ahead", periodsAhead),
                    publishedFrom == null ? null : instant(where, "published_from", publishedFrom));
        }
    }

    TimeBounds bounds() {
        TimeBounds.Publication usual = TimeBounds.DEFAULT.publication();
        String where = "bounds";
        return new TimeBounds(
                new TimeBounds.Range(
                        day(where, "periods_from", periodsFrom == null ? "1700" : periodsFrom),
                        ahead(where, "periods_ahead", periodsAhead == null ? "P2Y" : periodsAhead),
                        ahead(where, "claims_ahead", claimsAhead == null ? "P100Y" : claimsAhead)),
                new TimeBounds.Publication(
                        publishedFrom == null ? usual.from() : instant(where, "published_from", publishedFrom),
                        publishedUntil == null ? usual.until() : instant(where, "published_until", publishedUntil),
                        publishedAhead == null ? usual.ahead() : tolerance(publishedAhead)),
                own(where + ": indicators: ", indicators, false),
                own(where + ": sources: ", sources, true));
    }

    private static Map<String, TimeBounds.Own> own(
            String where, @Nullable Map<String, OwnText> texts, boolean ofSources) {
        Map<String, TimeBounds.Own> own = new TreeMap<>();
        CatalogueFile.orEmpty(texts).forEach((id, text) -> own.put(id, text.own(where + id, ofSources)));
        return own;
    }

    private static LocalDate day(String where, String field, String text) {
        return read(where, field, text, "a day or a year such as 1990-01-01 or 1990", t -> {
            boolean year = t.length() == "1990".length();
            return LocalDate.parse(year ? t + "-01-01" : t);
        });
    }

    private static Instant instant(String where, String field, String text) {
        return day(where, field, text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Period ahead(String where, String field, String text) {
        return read(where, field, text, "an ISO 8601 period such as P2Y or P6M", t -> {
            Period period = Period.parse(t);
            if (period.isNegative()) {
                throw new DateTimeException("negative");
            }
            return period;
        });
    }

    private static Duration tolerance(String text) {
        return read("bounds", "published_ahead", text, "an ISO 8601 duration such as P1D or PT6H", Duration::parse);
    }

    private static <T> T read(String where, String field, String text, String form, Function<String, T> parse) {
        try {
            return parse.apply(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "catalogue: %s: %s '%s' is no such bound; write %s".formatted(where, field, text, form), e);
        }
    }
}
