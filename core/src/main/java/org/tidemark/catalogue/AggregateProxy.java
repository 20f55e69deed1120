package org.tidemark.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks which aggregates' figures stand for which economies, as entries say it. */
final class AggregateProxy {
    private final Catalogue economies;
    private final Map<String, String> aggregates;

    AggregateProxy(Map<String, String> aggregates) {
        this.aggregates = aggregates;
        this.economies = new Catalogue(
                Map.of(),
                List.of(),
                Map.of(),
                aggregates,
                EconomyNames.NONE,
                Map.of(),
                List.of(),
                SdmxAttributes.NONE,
                Recipes.NONE,
                Map.of(),
                Map.of(),
                Map.of(),
                "");
    }

    static Map<String, List<String>> copyOf(Map<String, List<String>> standsFor) {
        return standsFor.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    }

    /** What an entry says; one without economies takes back what a text below it says. */
    Map<String, List<String>> of(String where, @Nullable Map<String, List<String>> written) {
        Map<String, List<String>> standsFor = CatalogueFile.orEmpty(written);
        Map<String, String> aggregateOf = new HashMap<>();
        standsFor.forEach((aggregate, others) -> {
            if (!aggregates.containsKey(aggregate)) {
                throw wrong(where, "%s is no declared aggregate; declare it under aggregates".formatted(aggregate));
            }
            for (String economy : others) {
                requireOther(where, economy, standsFor);
                String before = aggregateOf.put(economy, aggregate);
                if (before != null) {
                    throw wrong(
                            where,
                            "economy %s is named under %s and %s; name it once".formatted(economy, before, aggregate));
                }
            }
        });
        return copyOf(standsFor);
    }

    private void requireOther(String where, String economy, Map<String, List<String>> standsFor) {
        if (!economies.knowsEconomy(economy)) {
            throw wrong(
                    where,
                    "economy '%s' is neither ISO 3166 nor a declared aggregate; correct it or declare it under aggregates"
                            .formatted(economy));
        }
        if (standsFor.containsKey(economy)) {
            throw wrong(where, "%s stands for others itself; name only economies that do not".formatted(economy));
        }
    }

    private static IllegalArgumentException wrong(String where, String what) {
        return new IllegalArgumentException("catalogue: %s: stands_for: %s".formatted(where, what));
    }
}
