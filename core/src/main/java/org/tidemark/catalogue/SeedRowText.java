package org.tidemark.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the map of mechanisms as it is written in YAML; what is absent is null. */
record SeedRowText(@Nullable String title, @Nullable List<String> estimates, @Nullable String outside) {
    SeedRow row(String key) {
        if (!key.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(
                    "catalogue: row '%s' is no number; write the number of the mechanism".formatted(key));
        }
        if (title == null) {
            throw new IllegalArgumentException("catalogue: row %s: title is missing".formatted(key));
        }
        return new SeedRow(
                Integer.parseInt(key),
                title,
                estimates == null ? List.of() : estimates,
                outside == null ? "" : outside);
    }
}
