package org.tidemark.standalone.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;

/** Walks two tables side by side; both are in the same order, so one update of each is held at a time. */
final class TableComparison {
    private final CellTable kind;
    private final CellRows a;
    private final CellRows b;
    private final RowComparison rows;
    private final Map<EstimateKey, CellTally> tallies = new TreeMap<>();

    private TableComparison(CellTable kind, CellRows a, CellRows b, RowComparison rows) {
        this.kind = kind;
        this.a = a;
        this.b = b;
        this.rows = rows;
    }

    static TableDifference of(CellTable kind, Path folderA, Path folderB, double tolerance) throws IOException {
        try (CellRows a = CellRows.open(kind, folderA);
                CellRows b = CellRows.open(kind, folderB)) {
            List<String> shared = Columns.shared(kind.file(), folderA, folderB, a.header(), b.header());
            RowComparison rows = new RowComparison(kind, shared, tolerance);
            return new TableDifference(kind.file(), new TableComparison(kind, a, b, rows).walk());
        }
    }

    private List<CellDifference> walk() throws IOException {
        CellRow ofA = a.current();
        CellRow ofB = b.current();
        while (ofA != null || ofB != null) {
            int order = order(ofA, ofB);
            take(order <= 0 ? ofA : null, order >= 0 ? ofB : null);
            if (order <= 0) {
                a.advance();
            }
            if (order >= 0) {
                b.advance();
            }
            ofA = a.current();
            ofB = b.current();
        }
        return tallies.entrySet().stream()
                .map(e -> e.getValue().of(e.getKey()))
                .sorted(CellDifference.LARGEST_FIRST)
                .toList();
    }

    /** Which comes first; the side that has ended comes last. */
    private static int order(@Nullable CellRow ofA, @Nullable CellRow ofB) {
        if (ofA == null || ofB == null) {
            return ofA == null ? 1 : -1;
        }
        return CellRow.ORDER.compare(ofA, ofB);
    }

    private void take(@Nullable CellRow ofA, @Nullable CellRow ofB) {
        if (ofA != null && ofB != null) {
            both(ofA, ofB);
        } else if (ofA != null) {
            tally(ofA).onlyInA();
        } else if (ofB != null) {
            tally(ofB).onlyInB();
        }
    }

    private void both(CellRow ofA, CellRow ofB) {
        Change change = rows.between(ofA, ofB);
        if (change != null) {
            tally(ofA).changed(change);
        }
        CellTally differing = tallies.get(ofA.cell());
        if (differing != null && kind.isLevel(ofA.item())) {
            differing.latest(change);
        }
    }

    private CellTally tally(CellRow row) {
        return tallies.computeIfAbsent(row.cell(), cell -> new CellTally());
    }
}
