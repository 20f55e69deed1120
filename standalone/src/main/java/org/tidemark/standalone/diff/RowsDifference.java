package org.tidemark.standalone.diff;

import java.util.List;

/**
 * Rows of one table that only one of two replays has, as often as it has them more often.
 *
 * @param absentIn "A" or "B" where that side lacks the whole file; else empty
 * @param cells how many cells differ; 0 where the rows are of no cell
 * @param groups the rows by cell, the cell with the most rows first, some cells; one group where they are of no cell
 */
record RowsDifference(
        String file, List<String> header, String absentIn, long onlyA, long onlyB, int cells, List<RowsGroup> groups) {
    boolean isNone() {
        return onlyA == 0 && onlyB == 0 && absentIn.isEmpty();
    }
}
