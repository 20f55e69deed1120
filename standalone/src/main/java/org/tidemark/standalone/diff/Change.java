package org.tidemark.standalone.diff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row that says another thing in B than in A, told by the column that has changed most.
 *
 * @param item horizon or term; empty where an update has one row
 * @param main whether it is the column that the table is about
 * @param a text of the column in A, as written
 * @param difference B less A; null where either is no number
 * @param ofBand size of the difference as a share of the 80 % band in A; null where there is no such band
 * @param unit of a and b; empty where they have none
 */
record Change(
        Instant asOf,
        String item,
        String column,
        boolean main,
        String a,
        String b,
        @Nullable Double difference,
        @Nullable Double ofBand,
        String unit) {
    /** Size for an order: numbers before texts, and the main column before its bands. */
    boolean isLargerThan(@Nullable Change other) {
        if (other == null || main != other.main) {
            return other == null || main;
        }
        return size() > other.size();
    }

    /** Absolute difference; below every number where it is a text's. */
    double size() {
        return difference == null ? -1 : Math.abs(difference);
    }

    double sizeOfBand() {
        return ofBand == null ? -1 : ofBand;
    }
}
