package org.tidemark.accuracy;

import java.util.Map;

/**
 * One past projection whose target has been published.
 *
 * @param set whom it is scored with
 * @param months ahead
 * @param member economy, or part of one
 * @param errors of each forecaster, forecast less figure, as shares
 * @param crps continuous ranked probability score of each, shares; of one that says a number, its absolute error
 * @param inside80 whether the figure was in the 80 % band of the engine
 * @param inside95 the same for its 95 % band
 */
public record Scored(
        String set,
        int months,
        String member,
        Map<Forecaster, Double> errors,
        Map<Forecaster, Double> crps,
        boolean inside80,
        boolean inside95) {
    public Scored {
        errors = Map.copyOf(errors);
        crps = Map.copyOf(crps);
    }
}
