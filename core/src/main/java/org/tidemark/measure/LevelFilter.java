package org.tidemark.measure;

import org.tidemark.estimate.GaussianSpeed;

/**
 * Level and speed of one series: the speed reverts to 0 and a Student-t gate takes weight from what surprises. Its noises
 * are the most likely ones of a small grid in multiples of the scatter of the series itself, so that a change of the unit
 * changes the answer by that factor and by nothing else. {@link LevelFold} makes it.
 *
 * @param belief after the last figure
 * @param innovations in their standard deviations, one for each figure after the first; none where the series never moved
 */
// The innovations are read and never compared.
@SuppressWarnings("ArrayRecordComponent")
record LevelFilter(GaussianSpeed belief, double[] innovations) {
    double sd() {
        return Math.sqrt(belief.p11());
    }

    double speedSd() {
        return Math.sqrt(belief.p22());
    }

    /** How much the surprises of two series of the same periods have in common. */
    double correlation(LevelFilter other) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < Math.min(innovations.length, other.innovations.length); i++) {
            xy += innovations[i] * other.innovations[i];
            xx += innovations[i] * innovations[i];
            yy += other.innovations[i] * other.innovations[i];
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }
}
