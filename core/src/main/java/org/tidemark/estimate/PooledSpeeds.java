package org.tidemark.estimate;

import java.util.Arrays;

/**
 * How fast the other economies move at each level, as known in one year: what a projection leans on where it is held.
 * Immutable. With nothing held, every reliability is 0 and a projection is that of the filters alone, bit for bit.
 */
public final class PooledSpeeds {
    /** Nothing is known of others. */
    public static final PooledSpeeds NONE =
            new PooledSpeeds(new double[SpeedSums.NODES], new double[2][SpeedSums.NODES], new double[2], 0);

    private static final double REVERSION_MORE = 0.90;
    private static final double NOISE_MORE = 0.25;
    private static final double SHARE_EDGE = 1e-12;

    /** By node, w/(w + 20). */
    private final double[] reliability;
    /** By link, then node: reliability times the mean speed. */
    private final double[][] weighted;
    /** By link: how much faster than their levels the economies were lately. */
    private final double[] common;

    private final int rows;

    PooledSpeeds(double[] reliability, double[][] weighted, double[] common, int rows) {
        this.reliability = reliability;
        this.weighted = weighted;
        this.common = common;
        this.rows = rows;
    }

    /** How many yearly changes of others it rests on. */
    public int rows() {
        return rows;
    }

    /** How far a projection at a share leans on the others, 0 to 1. */
    public double reliability(double share) {
        return at(reliability, share);
    }

    /** The speed of the others at a share, logits a year; 0 where none is held. */
    public double speed(double share) {
        double r = reliability(share);
        return r > 0 ? at(weighted[0], share) / r + common[0] : 0;
    }

    /** The speed that a series begins with at a share: that of the others as far as it is known, else of technologies. */
    public StartSpeed start(double share) {
        double r = reliability(share);
        double own = StartSpeed.ofTechnologies(share);
        return StartSpeed.inLogits(r > 0 ? r * speed(share) + (1 - r) * own : own);
    }

    /** One sub-step of one model: the mean speed moves to that of the others, and more firmly, with more noise at low levels. */
    void advance(double[] beliefs, int model, OuStep alone) {
        int at = BankState.at(model);
        Link link = BankModel.link(model);
        double share = link.share(beliefs[at + OuStep.X]);
        double mean = BankModel.meanSpeed(model, beliefs[at + OuStep.X]);
        double r = reliability(share);
        if (r == 0) {
            alone.advance(beliefs, at, mean, BankModel.noise(model));
            return;
        }
        int on = link == Link.LOGIT ? 0 : 1;
        double pooled = mean * (1 - r) + at(weighted[on], share) + r * common[on];
        OuSpeed own = BankModel.DYNAMICS;
        double reversion = own.reversion() + REVERSION_MORE * r;
        double speedNoise = own.speedNoise() * StrictMath.sqrt(reversion / own.reversion());
        double left = (1 - share) * (1 - share);
        double wider = 1 + NOISE_MORE * r * left * left;
        new OuSpeed(reversion, speedNoise, own.levelNoise())
                .over(alone.years())
                .advance(beliefs, at, pooled, BankModel.noise(model) * wider * wider);
    }

    private static double at(double[] nodes, double share) {
        double logit = Link.LOGIT.of(Math.max(SHARE_EDGE, Math.min(1 - SHARE_EDGE, share)));
        return StartSpeed.linear(SpeedSums.LOGITS, nodes, logit);
    }

    /** Hands out all numbers that a projection may depend on, in a fixed order and by twos. */
    public void each(PairConsumer taken) {
        for (int k = 0; k < SpeedSums.NODES; k++) {
            taken.accept(reliability[k], weighted[0][k]);
            taken.accept(reliability[k], weighted[1][k]);
        }
        taken.accept(common[0], common[1]);
    }

    /** Takes two numbers. */
    public interface PairConsumer {
        void accept(double one, double other);
    }

    double reliabilityAt(int node) {
        return reliability[node];
    }

    /** Mean speed at a node, units of the link a year; 0 where none is held. */
    double meanAt(int link, int node) {
        return reliability[node] > 0 ? weighted[link][node] / reliability[node] : 0;
    }

    double common(int link) {
        return common[link];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PooledSpeeds that
                && rows == that.rows
                && Arrays.equals(reliability, that.reliability)
                && Arrays.deepEquals(weighted, that.weighted)
                && Arrays.equals(common, that.common);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(reliability) + Arrays.deepHashCode(weighted) + Arrays.hashCode(common);
    }
}
