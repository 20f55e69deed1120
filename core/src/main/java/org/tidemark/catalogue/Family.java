package org.tidemark.catalogue;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defaults for every indicator whose id begins with a prefix, so that a new series needs at most an entry, no code.
 * Fields as in {@link Indicator}.
 *
 * @param units those that an id without an entry may have, the default first; an id with an entry has one
 */
public record Family(
        String prefix,
        String title,
        Role role,
        String unit,
        String frequency,
        String transform,
        double noise,
        SourceAccuracy accuracy,
        double minimum,
        double maximum,
        double tolerance,
        @Nullable Period lag,
        Thinning thinning,
        Seasonality season,
        String citation,
        Map<String, List<String>> standsFor,
        List<String> units) {
    public Family {
        units = List.copyOf(units);
        standsFor = AggregateProxy.copyOf(standsFor);
    }

    /** The entry that an undeclared id gets; its concept is the id without the family's prefix. */
    Indicator member(String id) {
        return new Indicator(
                id,
                id,
                role,
                id.substring(prefix.length()),
                title,
                unit,
                frequency,
                transform,
                noise,
                accuracy,
                minimum,
                maximum,
                tolerance,
                lag,
                thinning,
                season,
                citation,
                standsFor);
    }
}
