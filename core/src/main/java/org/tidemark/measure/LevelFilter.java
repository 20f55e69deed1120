package org.tidemark.measure;

import org.tidemark.estimate.GaussianSpeed;

/**
 * Level and speed of one series: the speed reverts to 0 and a Student-t gate takes weight from what surprises. Its noises
 * are the most likely ones of a small grid in multiples of the scatter of the series itself, so that a change of the unit
 * changes the answer by that factor and by nothing else. {@link LevelFold} makes it.
 *
 * @param belief after the last figure
 */
record LevelFilter(GaussianSpeed belief) {
    double sd() {
        return Math.sqrt(belief.p11());
    }

    double speedSd() {
        return Math.sqrt(belief.p22());
    }
}
