package org.tidemark.producers.sdmx;

import java.util.Map;

/**
 * A unit of the catalogue's as a multiple of another: {@code thousand_persons} is 10^3 {@code persons}.
 *
 * @param base the unit that is counted
 * @param power of ten
 */
record UnitScale(String base, int power) {
    private static final Map<String, Integer> MULTIPLES =
            Map.of("hundred_", 2, "thousand_", 3, "million_", 6, "billion_", 9, "trillion_", 12);

    static UnitScale of(String unit) {
        return MULTIPLES.entrySet().stream()
                .filter(multiple -> unit.startsWith(multiple.getKey()))
                .findFirst()
                .map(multiple -> new UnitScale(unit.substring(multiple.getKey().length()), multiple.getValue()))
                .orElse(new UnitScale(unit, 0));
    }
}
