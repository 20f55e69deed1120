package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.SeriesId;

/**
 * How one contrast is made: which labour series stand for which sector, and which sectors are exposed.
 *
 * @param id name in the catalogue
 * @param title one line for people
 * @param transform of a figure, before sectors are averaged
 * @param indicator that is held by sector; null where {@code indicators} are given
 * @param minus of a balance, the indicator that is taken off {@code indicator}; null when there is none
 * @param indicators the indicator of each sector, where each has one of its own (its figures are of sector TOTAL)
 * @param exposed sectors whose mean is contrasted
 * @param unexposed the basket that they are contrasted with, at least {@link #BASKET_MIN}
 * @param others sectors that are contrasted with the basket, one by one, and are in neither mean
 * @param commonBase whether the series are equal where nothing moved them apart, as indices of one base are; else the
 *     level of the gap, and with it its sign, says how large the sectors are, and only its changes say more
 * @param background why its estimates stand in no table, ranking or dashboard; null where they do
 */
public record ContrastRecipe(
        String id,
        String title,
        ContrastTransform transform,
        @Nullable String indicator,
        @Nullable String minus,
        Map<String, String> indicators,
        List<String> exposed,
        List<String> unexposed,
        List<String> others,
        boolean commonBase,
        ContrastFilter filter,
        @Nullable String background) {
    /** Of fewer sectors, the fortune of one would pass for that of all. */
    public static final int BASKET_MIN = 3;

    public ContrastRecipe {
        indicators = Map.copyOf(indicators);
        exposed = List.copyOf(exposed);
        unexposed = List.copyOf(unexposed);
        others = List.copyOf(others);
        requireSeries(transform, indicator, minus, indicators);
        requireSectors(exposed, unexposed, others);
        Set<String> named = new TreeSet<>(exposed);
        named.addAll(unexposed);
        named.addAll(others);
        if (indicator == null && !indicators.keySet().equals(named)) {
            throw new IllegalArgumentException(
                    "indicators are of %s and the sectors are %s; give each sector of exposed, unexposed and others one indicator"
                            .formatted(new TreeSet<>(indicators.keySet()), named));
        }
    }

    private static void requireSeries(
            ContrastTransform transform,
            @Nullable String indicator,
            @Nullable String minus,
            Map<String, String> indicators) {
        if ((indicator == null) == indicators.isEmpty()) {
            throw new IllegalArgumentException(
                    "give either indicator (held by sector) or indicators (one of each sector)");
        }
        if (minus != null && (indicator == null || minus.equals(indicator))) {
            throw new IllegalArgumentException("minus '%s' needs an indicator that it is taken off".formatted(minus));
        }
        if (minus != null && transform == ContrastTransform.LOG) {
            throw new IllegalArgumentException("a balance may be negative and has no log; write transform: none");
        }
        List<String> ids = new ArrayList<>(new TreeMap<>(indicators).values());
        if (indicator != null) {
            ids.add(indicator);
        }
        if (minus != null) {
            ids.add(minus);
        }
        ids.forEach(SeriesId::requireIndicator);
    }

    private static void requireSectors(List<String> exposed, List<String> unexposed, List<String> others) {
        if (exposed.isEmpty()) {
            throw new IllegalArgumentException("exposed names no sector; name at least one");
        }
        if (unexposed.size() < BASKET_MIN) {
            throw new IllegalArgumentException(
                    "unexposed names %d sectors; name at least %d".formatted(unexposed.size(), BASKET_MIN));
        }
        Set<String> seen = new HashSet<>();
        for (List<String> group : List.of(exposed, unexposed, others)) {
            for (String sector : group) {
                requireSector(sector);
                if (!seen.add(sector)) {
                    throw new IllegalArgumentException(
                            "sector %s is named twice; keep it in one of exposed, unexposed and others, once"
                                    .formatted(sector));
                }
            }
        }
    }

    private static void requireSector(String sector) {
        if (sector.equals(SeriesId.TOTAL)) {
            throw new IllegalArgumentException("sector TOTAL is the mean of the exposed; name its parts");
        }
        // A series is what knows how a sector is written.
        new SeriesId("labour.any", "US", sector, "ANY");
    }

    /** All indicators that it reads. */
    public SortedSet<String> reads() {
        SortedSet<String> ids = new TreeSet<>(indicators.values());
        if (indicator != null) {
            ids.add(indicator);
        }
        if (minus != null) {
            ids.add(minus);
        }
        return ids;
    }

    /** Whether it says what this sector is. */
    public boolean knows(String sector) {
        return exposed.contains(sector) || unexposed.contains(sector) || others.contains(sector);
    }
}
