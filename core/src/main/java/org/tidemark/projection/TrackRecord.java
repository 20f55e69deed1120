package org.tidemark.projection;

import java.util.Arrays;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.PooledSpeeds;

/**
 * What came of the changes that were projected of other economies of a concept: which part of them came true (the slope of a
 * regression through zero, Mincer and Zarnowitz 1969), and how far figures fell from that, as part of the bands. Both are
 * shrunk to 1 as far as little is known, and three years ahead to what one year is, five to what three are. Besides, which
 * part of what the speeds of others add to a projection was right: the filters know what is an economy's own.
 * Immutable. Without past projections of others both are 1, and a projection stays as it is, bit for bit.
 */
final class TrackRecord {
    /** Years ahead. */
    static final int[] AHEAD = {1, 3, 5};

    /** Nothing has come yet. */
    static final TrackRecord NONE =
            new TrackRecord(new double[] {1, 1, 1}, new double[] {1, 1, 1}, new double[] {1, 1, 1}, new int[3]);

    private final double[] cameTrue;
    private final double[] spread;
    private final double[] leaning;
    private final int[] rows;

    TrackRecord(double[] cameTrue, double[] spread, double[] leaning, int[] rows) {
        this.cameTrue = cameTrue;
        this.spread = spread;
        this.leaning = leaning;
        this.rows = rows;
    }

    /** How many past projections of others it rests on, one year ahead. */
    int rows() {
        return rows[0];
    }

    /** The part of a change projected so many years ahead that comes true, 0 to 1.25. */
    double cameTrue(double years) {
        return cameTrue[nearest(years)];
    }

    /** The part of what others add to a projection so many years ahead that is right, 0 to 1. */
    double leaning(double years) {
        return leaning[nearest(years)];
    }

    /** A projection of the filters alone, moved by the part that is right of what the others add. */
    Banded leant(Banded alone, Banded leaning, double years) {
        double part = leaning(years);
        return part == 1
                ? leaning
                : new Banded(
                        between(alone.value(), leaning.value(), part),
                        between(alone.lower80(), leaning.lower80(), part),
                        between(alone.upper80(), leaning.upper80(), part),
                        between(alone.lower95(), leaning.lower95(), part),
                        between(alone.upper95(), leaning.upper95(), part));
    }

    private static double between(double one, double other, double part) {
        return (1 - part) * one + part * other;
    }

    /** Factor on the half-widths of bands. */
    double spread(double years) {
        return spread[nearest(years)];
    }

    private static int nearest(double years) {
        int at = 0;
        while (at + 1 < AHEAD.length && years > (AHEAD[at] + AHEAD[at + 1]) / 2.0) {
            at++;
        }
        return at;
    }

    /** The median of a projection, moved to what of its change from a level comes true. */
    double median(double level, double projected, double years) {
        return rows[0] == 0 ? projected : level + cameTrue(years) * (projected - level);
    }

    /** A projection about that median, with the bands that figures kept to; within 0 and 1. */
    Banded applied(double level, Banded projected, double years) {
        if (rows[0] == 0) {
            return projected;
        }
        double median = share(median(level, projected.value(), years));
        double factor = spread(years);
        return new Banded(
                median,
                share(median - factor * (projected.value() - projected.lower80())),
                share(median + factor * (projected.upper80() - projected.value())),
                share(median - factor * (projected.value() - projected.lower95())),
                share(median + factor * (projected.upper95() - projected.value())));
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** Hands out all numbers that a projection may depend on, in a fixed order. */
    void each(PooledSpeeds.PairConsumer taken) {
        for (int i = 0; i < AHEAD.length; i++) {
            taken.accept(cameTrue[i], spread[i]);
            taken.accept(cameTrue[i], leaning[i]);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrackRecord that
                && Arrays.equals(cameTrue, that.cameTrue)
                && Arrays.equals(spread, that.spread)
                && Arrays.equals(leaning, that.leaning)
                && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(cameTrue) + Arrays.hashCode(spread);
    }
}
