package org.tidemark.streams.metrics;

import java.util.Set;

/** Units as Prometheus wants them: what is told in hundredths is shown as a ratio, also a year. */
public final class MetricScale {
    private static final Set<String> HUNDREDTHS =
            Set.of("percent", "percentage_points", "log_points", "log_points_per_year", "percentage_points_per_year");
    private static final double WHOLE = 100;

    private MetricScale() {}

    /** By what a value in this unit is divided before it is shown. */
    public static double divisor(String unit) {
        return HUNDREDTHS.contains(unit) ? WHOLE : 1;
    }
}
