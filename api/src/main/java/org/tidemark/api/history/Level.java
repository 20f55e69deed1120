package org.tidemark.api.history;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import org.tidemark.streams.metrics.MetricScale;

/**
 * What one update said of a cell, in the unit of its metric.
 *
 * @param asOf the instant it was known at
 * @param value median; NaN where no number was given any more
 */
public record Level(Instant asOf, double value, double lower80, double upper80) {
    // Estimates have six decimals or six digits, and a ratio of them two more.
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    /** Numbers of a unit, as the metric of that unit has them. */
    public static Level in(String unit, Instant asOf, double value, double lower80, double upper80) {
        double divisor = MetricScale.divisor(unit);
        return new Level(asOf, rounded(value / divisor), rounded(lower80 / divisor), rounded(upper80 / divisor));
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    static Level none(Instant asOf) {
        return new Level(asOf, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Whether no number was given. */
    public boolean isNone() {
        return Double.isNaN(value);
    }
}
