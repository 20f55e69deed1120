package org.tidemark.standalone.diff;

import java.util.List;

/**
 * Rows of one table that only one of two replays has, as often as it has them more often.
 *
 * @param absentIn "A" or "B" where that side lacks the whole file; else empty
 * @param inA some of the rows that only A has, in the order of its file
 */
record RowsDifference(
        String file,
        List<String> header,
        String absentIn,
        long onlyA,
        long onlyB,
        List<List<String>> inA,
        List<List<String>> inB) {
    boolean isNone() {
        return onlyA == 0 && onlyB == 0 && absentIn.isEmpty();
    }
}
