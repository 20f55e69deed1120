package org.tidemark.standalone.report;

import java.util.Map;

/** Units as tables write them. */
final class UnitWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("percent", "%"),
            Map.entry("percent_per_year", "%/y"),
            Map.entry("percentage_points", "pt"),
            Map.entry("percentage_points_per_year", "pt/y"),
            Map.entry("log_points", "log pt"),
            Map.entry("log_points_per_year", "log pt/y"),
            Map.entry("decades_per_year", "decades/y"),
            Map.entry("events_per_month", "a month"),
            Map.entry("events_per_year", "a year"));

    private UnitWords() {}

    static String of(String unit) {
        return WORDS.getOrDefault(unit, unit.replace('_', ' '));
    }
}
