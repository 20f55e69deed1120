package org.tidemark.standalone.diff;

import java.time.Instant;
import java.util.Comparator;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.standalone.table.ReplayRow;

/**
 * A row with what it is found by.
 *
 * @param horizon P0D in a table without horizons
 */
record CellRow(Instant asOf, EstimateKey cell, Horizon horizon, ReplayRow row) {
    /** The order in which a replay writes its rows. */
    static final Comparator<CellRow> ORDER =
            Comparator.comparing(CellRow::asOf).thenComparing(CellRow::cell).thenComparing(CellRow::horizon);
}
