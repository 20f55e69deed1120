package org.tidemark.standalone.diff;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;

/**
 * What differs in one cell.
 *
 * @param onlyA rows that only A has
 * @param changed rows that both have and that say different things
 * @param largest of the changed rows; null where none has changed
 * @param latest change in the last level that both have (P0D, where there are horizons); null where they agree there, or
 *     the table has none
 */
record CellDifference(
        EstimateKey cell, long onlyA, long onlyB, long changed, @Nullable Change largest, @Nullable Change latest) {
    /** The largest first: as a share of its band, then in its unit, then by rows that one side lacks. */
    static final Comparator<CellDifference> LARGEST_FIRST = Comparator.comparingDouble(
                    (CellDifference d) -> d.largest == null ? -2 : d.largest.sizeOfBand())
            .thenComparingDouble(d -> d.largest == null ? -2 : d.largest.size())
            .thenComparingLong(d -> d.onlyA + d.onlyB)
            .reversed()
            .thenComparing(CellDifference::cell);
}
