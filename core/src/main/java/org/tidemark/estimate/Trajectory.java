package org.tidemark.estimate;

import java.util.List;

/**
 * Where a share is going: what is claimed from four observations on.
 *
 * @param speedLogits logits a year, at the newest input
 * @param speedPoints percentage points a year, at the newest input, mean of the models
 * @param stage probabilities of the three stages, at the newest input
 * @param turnings the inflections and the midpoint, for each ceiling and then for the mixture over them; years only where
 *     the data can carry them
 */
public record Trajectory(Banded speedLogits, double speedPoints, StageOdds stage, List<TurningDate> turnings) {
    public Trajectory {
        turnings = List.copyOf(turnings);
    }
}
