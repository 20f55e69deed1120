package org.tidemark.catalogue;

import org.jspecify.annotations.Nullable;

/** A gap as it is written in YAML; what is absent is null. */
record GapText(@Nullable String title) {
    GapRecipe recipe(String id) {
        return new GapRecipe(id, title == null ? id : title);
    }
}
