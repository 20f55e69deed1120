package org.tidemark.standalone.diff;

import java.time.Instant;
import java.util.Comparator;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.standalone.table.ReplayRow;

/**
 * A row with what it is found by.
 *
 * @param item horizon or term; empty where an update has one row
 */
record CellRow(Instant asOf, EstimateKey cell, String item, ReplayRow row) {
    /** The order in which a replay writes its updates. */
    static final Comparator<CellRow> OF_UPDATES =
            Comparator.comparing(CellRow::asOf).thenComparing(CellRow::cell);

    static final Comparator<CellRow> ORDER = OF_UPDATES.thenComparing(CellRow::item);
}
