package org.tidemark.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.SeriesId;

/**
 * Two groups of sectors whose means a measure of kind compare holds against one another.
 *
 * @param exposed sectors whose mean is contrasted
 * @param unexposed the basket that they are contrasted with, at least {@link #BASKET_MIN}
 * @param others sectors that are contrasted with the basket, one by one, and are in neither mean
 * @param commonBase whether the series are equal where nothing moved them apart, as indices of one base are; else the
 *     level of the gap, and with it its sign, says how large the sectors are, and only its changes say more
 * @param filter noises of the gap
 * @param background why its estimates stand in no table, ranking or dashboard; null where they do
 */
public record SectorGroups(
        List<String> exposed,
        List<String> unexposed,
        List<String> others,
        boolean commonBase,
        ContrastFilter filter,
        @Nullable String background) {
    /** Of fewer sectors, the fortune of one would pass for that of all. */
    public static final int BASKET_MIN = 3;

    public SectorGroups {
        exposed = List.copyOf(exposed);
        unexposed = List.copyOf(unexposed);
        others = List.copyOf(others);
        if (exposed.isEmpty()) {
            throw new IllegalArgumentException("groups: exposed names no sector; name at least one");
        }
        if (unexposed.size() < BASKET_MIN) {
            throw new IllegalArgumentException(
                    "groups: unexposed names %d sectors; name at least %d".formatted(unexposed.size(), BASKET_MIN));
        }
        Set<String> seen = new HashSet<>();
        for (List<String> group : List.of(exposed, unexposed, others)) {
            for (String sector : group) {
                requireSector(sector);
                if (!seen.add(sector)) {
                    throw new IllegalArgumentException(
                            "groups: sector %s is named twice; keep it in one of exposed, unexposed and others, once"
                                    .formatted(sector));
                }
            }
        }
    }

    private static void requireSector(String sector) {
        if (sector.equals(SeriesId.TOTAL)) {
            throw new IllegalArgumentException("groups: sector TOTAL is the mean of the exposed; name its parts");
        }
        // A series is what knows how a sector is written.
        new SeriesId("labour.any", "US", sector, "ANY");
    }

    /** All sectors that are named. */
    public SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(exposed);
        all.addAll(unexposed);
        all.addAll(others);
        return all;
    }

    /** Whether it says what this sector is. */
    public boolean knows(String sector) {
        return exposed.contains(sector) || unexposed.contains(sector) || others.contains(sector);
    }
}
