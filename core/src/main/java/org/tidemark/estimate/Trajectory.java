package org.tidemark.estimate;

import java.util.List;

/**
 * Where a share is going: what is claimed from four observations on.
 *
 * @param speedLogits logits a year, now
 * @param speedPoints percentage points a year, now
 * @param stage probabilities of the three stages
 * @param turnings dates of the inflections and the midpoint; only those that the data can carry
 */
public record Trajectory(Banded speedLogits, double speedPoints, StageOdds stage, List<TurningDate> turnings) {
    public Trajectory {
        turnings = List.copyOf(turnings);
    }
}
