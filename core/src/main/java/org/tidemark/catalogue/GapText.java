package org.tidemark.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;

/** A gap as it is written in YAML; what is absent is null. */
record GapText(
        @Nullable String title,
        GapRecipe.@Nullable Kind kind,
        @Nullable Boolean headline,
        @Nullable String since,
        @Nullable List<String> demand,
        @Nullable List<String> supply,
        @Nullable Double noise) {
    GapRecipe recipe(String id) {
        return new GapRecipe(
                id,
                title == null ? id : title,
                needed(id, "kind", kind, "capacity, growth or balance"),
                headline != null && headline,
                since == null ? null : firstDay(id, since),
                needed(id, "demand", demand, "a list of indicators"),
                needed(id, "supply", supply, "a list of indicators"),
                noise == null ? 0 : noise);
    }

    private static LocalDate firstDay(String id, String since) {
        try {
            return Period.parse(since).start();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("catalogue: gap %s: since: %s".formatted(id, e.getMessage()), e);
        }
    }

    private static <T> T needed(String id, String field, @Nullable T value, String remedy) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "catalogue: gap %s: %s is missing; write %s".formatted(id, field, remedy));
        }
        return value;
    }
}
