package org.tidemark.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of sectors and occupations as it is written in YAML; what is absent is null. */
record SectorOccupationsText(
        @Nullable String version,
        @Nullable Map<String, List<String>> sectors,
        @Nullable Map<String, List<String>> recoded) {
    SectorOccupations table() {
        return new SectorOccupations(
                version == null ? "none" : version,
                new TreeMap<>(CatalogueFile.orEmpty(sectors)),
                new TreeMap<>(CatalogueFile.orEmpty(recoded)));
    }
}
