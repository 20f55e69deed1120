package org.tidemark.standalone.history;

import java.time.Instant;

/**
 * What one update said of a cell, in the unit of its metric.
 *
 * @param asOf the instant it was known at
 * @param value median; NaN where no number was given any more
 */
record Level(Instant asOf, double value, double lower80, double upper80) {
    static Level none(Instant asOf) {
        return new Level(asOf, Double.NaN, Double.NaN, Double.NaN);
    }

    boolean isNone() {
        return Double.isNaN(value);
    }
}
