package org.tidemark.gap;

import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StandardNormal;

/**
 * A number with a normal error.
 *
 * @param deviation its standard deviation, not negative
 */
record Normal(double mean, double deviation) {
    /** 2^40 in a percentage point. */
    private static final double STEPS = 0x1p40;

    /**
     * The nearest multiple of 2^-40. Below 2^12 such numbers add and subtract without rounding, in any order, so that parts
     * sum to their whole to the last bit.
     */
    static double quantised(double value) {
        // Adding 0 turns -0.0 into 0.0.
        return Math.rint(value * STEPS) / STEPS + 0.0;
    }

    double variance() {
        return deviation * deviation;
    }

    /** The same quantity in another unit. */
    Normal times(double positiveFactor) {
        return new Normal(positiveFactor * mean, positiveFactor * deviation);
    }

    /** P(number < threshold). */
    double below(double threshold) {
        if (deviation == 0) {
            return mean < threshold ? 1 : 0;
        }
        return StandardNormal.cdf((threshold - mean) / deviation);
    }

    /** Whether its 95 % interval leaves 0 out. */
    boolean isToldFromZero() {
        return Math.abs(mean) > StandardNormal.Z975 * deviation;
    }

    /** Median and bands, all quantised. */
    HorizonValue at(Horizon horizon) {
        double half80 = StandardNormal.Z90 * deviation;
        double half95 = StandardNormal.Z975 * deviation;
        Banded band = new Banded(
                quantised(mean),
                quantised(mean - half80),
                quantised(mean + half80),
                quantised(mean - half95),
                quantised(mean + half95));
        return new HorizonValue(horizon, band, below(0));
    }

    /**
     * The same, with the probability that the record of its sign bears: where a share r of first signs were final, what was said
     * with P is so with r P + (1 - r) (1 - P).
     */
    HorizonValue borneOut(Horizon horizon, double finalSigns) {
        double below = below(0);
        return new HorizonValue(horizon, at(horizon).band(), finalSigns * below + (1 - finalSigns) * (1 - below));
    }

    /** The same without a probability: what may be all season, or is arithmetic, has no sign. */
    HorizonValue unsigned(Horizon horizon) {
        return new HorizonValue(horizon, at(horizon).band(), null);
    }
}
