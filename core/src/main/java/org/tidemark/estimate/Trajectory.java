package org.tidemark.estimate;

import java.util.List;

/**
 * Where a share is going. From three observations on the speed is claimed, from four on the stage and the dates too:
 * {@link Estimate#isEarly}.
 *
 * @param speedLogits logits a year, at the newest input
 * @param speedPoints percentage points a year, at the newest input, mean of the models
 * @param stage probabilities of the three stages, at the newest input
 * @param turnings the inflections and the midpoint, for each ceiling and then for the mixture over them; years only where
 *     the data can carry them; none while it is early
 */
public record Trajectory(Banded speedLogits, double speedPoints, StageOdds stage, List<TurningDate> turnings) {
    public Trajectory {
        turnings = List.copyOf(turnings);
    }
}
