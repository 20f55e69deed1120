package org.tidemark.revise;

import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;

/**
 * Something else is believed of a figure than before, or since another instant.
 *
 * @param before what was believed until now
 * @param after what is believed from now on
 * @param batch the release that made the difference
 * @param datedByLag true when that release is dated by the usual lag: history that nobody saw at its time
 */
public record ValueChange(FigureId figure, CurrentValue before, CurrentValue after, BatchId batch, boolean datedByLag) {
    /** This change and a later one of the same figure, as one. */
    public ValueChange then(ValueChange later) {
        return new ValueChange(figure, before, later.after, later.batch, datedByLag || later.datedByLag);
    }

    /** Whether what is believed is the same after all. */
    public boolean isNone() {
        return before.equals(after);
    }
}
