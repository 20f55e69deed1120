package org.tidemark.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The groups of a comparison as they are written in YAML; what is absent is null. */
record SectorGroupsText(
        @Nullable List<String> exposed, @Nullable List<String> unexposed, @Nullable List<String> others) {
    SectorGroups groups(boolean commonBase, ContrastFilter filter, @Nullable String background) {
        return new SectorGroups(
                needed("exposed", exposed),
                needed("unexposed", unexposed),
                others == null ? List.of() : others,
                commonBase,
                filter,
                background);
    }

    private static List<String> needed(String group, @Nullable List<String> sectors) {
        if (sectors == null) {
            throw new IllegalArgumentException("groups: %s is missing; name its sectors".formatted(group));
        }
        return sectors;
    }
}
