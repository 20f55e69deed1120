package org.tidemark.streams.query;

import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;

/** Values that several endpoints filter by, checked against the catalogue: a typing error is no empty answer. */
final class Filters {
    private Filters() {}

    static @Nullable String economy(Parameters parameters, Catalogue catalogue) {
        return parameters.read("economy", text -> {
            if (!catalogue.knowsEconomy(text)) {
                throw new IllegalArgumentException("'%s' is neither ISO 3166 nor declared; write DE, US-CA or one of %s"
                        .formatted(
                                Parameters.shown(text),
                                String.join(", ", catalogue.aggregates().keySet())));
            }
            return text;
        });
    }

    static @Nullable String indicator(Parameters parameters, Catalogue catalogue) {
        return parameters.read("indicator", text -> {
            if (catalogue.indicator(text).isEmpty()) {
                throw new IllegalArgumentException("'%s' is not in the catalogue; /api/v1/indicators lists what is"
                        .formatted(Parameters.shown(text)));
            }
            return text;
        });
    }

    static boolean matches(@Nullable String wanted, String is) {
        return wanted == null || wanted.equals(is);
    }
}
