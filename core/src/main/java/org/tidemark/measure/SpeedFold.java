package org.tidemark.measure;

import org.tidemark.estimate.GaussianSpeed;
import org.tidemark.estimate.OuSpeed;

/**
 * Folds a series into level and speed, one point after another. The speed reverts to 0: without news a level stays where
 * it is. What surprises counts for less: its variance is widened by the weight of a Student t.
 *
 * @param noise variance of a point beyond the published one
 * @param gate degrees of freedom of that Student t; 0 for none
 */
record SpeedFold(OuSpeed dynamics, double noise, double gate) {
    /** The level is believed as it was measured, and the speed as it is in the long run when nothing is known of it. */
    GaussianSpeed first(Point point) {
        return new GaussianSpeed(point.value(), 0, noise + point.variance(), 0, unknownSpeed());
    }

    double unknownSpeed() {
        return dynamics.speedNoise() * dynamics.speedNoise() / (2 * dynamics.reversion());
    }

    /** With the point that follows another. */
    GaussianSpeed.Update next(GaussianSpeed belief, Point last, Point point) {
        GaussianSpeed before = belief.after(dynamics, 0, point.time() - last.time());
        double variance = noise + point.variance();
        return gate > 0
                ? before.observingGated(point.value(), variance, gate)
                : before.observing(point.value(), variance);
    }
}
