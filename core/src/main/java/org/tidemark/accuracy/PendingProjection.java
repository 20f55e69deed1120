package org.tidemark.accuracy;

import org.tidemark.estimate.Banded;

/**
 * A projection that was said and whose figure has not come: what it said then, whatever is learnt later.
 *
 * @param measure that said it
 * @param months ahead; {@value #NEXT} for the next figure, as far ahead as the last two were apart
 * @param from event time of the newest figure that it knew, years
 * @param target event time that it is about, years
 * @param band what it said, shares
 * @param last the newest figure that it knew, share
 * @param drift what the mean speed of three intervals said at the same instant, share
 */
public record PendingProjection(
        String measure, int months, double from, double target, Banded band, double last, double drift) {
    /** Stands for the next figure. */
    public static final int NEXT = 0;

    /** A target is the figure nearest to its time, and at most a quarter of the way from it, years. */
    private static final double AWAY_PART = 0.25;

    private static final double AWAY_MAX = 0.25;

    double away(double time) {
        return Math.abs(target - time);
    }

    double awayMost() {
        return Math.min(AWAY_MAX, AWAY_PART * (target - from));
    }

    boolean isOf(double time) {
        return away(time) <= awayMost();
    }

    boolean isOverdue(double time) {
        return time > target + awayMost();
    }
}
