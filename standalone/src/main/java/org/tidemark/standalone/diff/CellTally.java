package org.tidemark.standalone.diff;

import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;

/** Counts what differs in one cell while two tables are walked. */
final class CellTally {
    private long onlyA;
    private long onlyB;
    private long changed;
    private @Nullable Change largest;
    private @Nullable Change latest;

    void onlyInA() {
        onlyA++;
    }

    void onlyInB() {
        onlyB++;
    }

    void changed(Change change) {
        changed++;
        if (change.isLargerThan(largest)) {
            largest = change;
        }
    }

    /** The last P0D row so far that both have; null where they agree. */
    void latest(@Nullable Change change) {
        latest = change;
    }

    CellDifference of(EstimateKey cell) {
        return new CellDifference(cell, onlyA, onlyB, changed, largest, latest);
    }
}
