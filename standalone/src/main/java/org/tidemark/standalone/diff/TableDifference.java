package org.tidemark.standalone.diff;

import java.util.List;

/**
 * What differs in one table of cells.
 *
 * @param cells those that differ, the largest difference first
 */
record TableDifference(String file, List<CellDifference> cells) {
    long onlyA() {
        return cells.stream().mapToLong(CellDifference::onlyA).sum();
    }

    long onlyB() {
        return cells.stream().mapToLong(CellDifference::onlyB).sum();
    }

    long changed() {
        return cells.stream().mapToLong(CellDifference::changed).sum();
    }
}
