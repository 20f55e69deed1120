package org.tidemark.standalone.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rows of one estimate cell that only one of two replays has.
 *
 * @param cell economy, sector, measure and concept; empty where the rows are of no cell
 * @param inA some of the rows that only A has, in the order of its file
 */
record RowsGroup(List<String> cell, long onlyA, long onlyB, List<List<String>> inA, List<List<String>> inB) {
    static final Comparator<RowsGroup> MOST_FIRST = Comparator.comparing((RowsGroup g) -> -g.onlyA() - g.onlyB())
            .thenComparing(g -> String.join(",", g.cell()));

    /** Counts rows, and keeps the first of each side. */
    static final class Tally {
        private final int shownMax;
        private final List<List<String>> inA = new ArrayList<>();
        private final List<List<String>> inB = new ArrayList<>();
        private long onlyA;
        private long onlyB;

        Tally(int shownMax) {
            this.shownMax = shownMax;
        }

        void onlyInA(List<String> row) {
            onlyA++;
            keep(inA, row);
        }

        void onlyInB(List<String> row) {
            onlyB++;
            keep(inB, row);
        }

        private void keep(List<List<String>> kept, List<String> row) {
            if (kept.size() < shownMax) {
                kept.add(List.copyOf(row));
            }
        }

        RowsGroup of(List<String> cell) {
            return new RowsGroup(cell, onlyA, onlyB, inA, inB);
        }
    }
}
