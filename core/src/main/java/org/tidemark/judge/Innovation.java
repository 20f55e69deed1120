package org.tidemark.judge;

import java.util.Locale;
import org.tidemark.series.Period;

/**
 * A figure that was not known before, against what its own series led to expect of it.
 *
 * @param sector of the series
 * @param value what it is, in the indicator's unit
 * @param forecast what was expected, in the same unit
 * @param size how far it is off, on the indicator's {@link RevisionScale}: logits, logs, or its unit
 * @param bound a size above it is out of range
 */
public record Innovation(String sector, Period period, double value, double forecast, double size, double bound) {
    public boolean outOfRange() {
        return size > bound;
    }

    /** How many times its bound it is. */
    public double excess() {
        return bound > 0 ? size / bound : Double.MAX_VALUE;
    }

    /** For people. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "new figure %s %s is %.4g, forecast %.4g: off by %.4f, bound %.4f",
                sector,
                period,
                value,
                forecast,
                size,
                bound);
    }
}
