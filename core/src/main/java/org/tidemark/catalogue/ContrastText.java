package org.tidemark.catalogue;

import org.jspecify.annotations.Nullable;

/** A contrast as it is written in YAML; what is absent is null. */
record ContrastText(@Nullable String title) {
    ContrastRecipe recipe(String id) {
        return new ContrastRecipe(id, title == null ? id : title);
    }
}
