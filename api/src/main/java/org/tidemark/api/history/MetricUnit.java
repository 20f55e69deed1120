package org.tidemark.api.history;

import org.tidemark.streams.metrics.MetricScale;

/** How the unit of an estimate is named at the end of a metric, as the live metrics name it. */
public enum MetricUnit {
    /** Shares. */
    RATIO("ratio"),
    /** Rates. */
    PER_YEAR("per_year"),
    /** Numbers that are neither shares nor rates, under a name without a unit. */
    PLAIN("");

    private static final String YEARLY = "_per_year";

    private final String label;

    MetricUnit(String label) {
        this.label = label;
    }

    /** That of an estimate whose unit is written so. */
    public static MetricUnit of(String unit) {
        if (unit.endsWith(YEARLY)) {
            return PER_YEAR;
        }
        return unit.equals("share") || MetricScale.divisor(unit) > 1 ? RATIO : PLAIN;
    }

    /** What stands at the end of the name; empty where nothing does. */
    public String label() {
        return label;
    }

    /** The name with the unit at its end. */
    public String named(String name) {
        return label.isEmpty() ? name : name + "_" + label;
    }
}
