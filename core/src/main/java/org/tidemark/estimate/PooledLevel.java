package org.tidemark.estimate;

import java.util.List;

/**
 * One level that several sources see, as their figures arrive: {@link SourceBiases} with the dynamics, the noise of a
 * figure and the gate of the engine. Immutable; the state after some figures is the fold of {@link #fold} in order of
 * time.
 *
 * @param time event time, fractional calendar years
 */
public record PooledLevel(double time, SourceBiases belief) {
    private static final double SHARE_MIN = 0.001;
    private static final double SHARE_MAX = 0.999;

    /**
     * What is believed before the first figure, which is still to be folded in: its level, with a variance under which it
     * says next to nothing.
     *
     * @param biases of the sources, in the order of their numbers, logits
     * @param wander what a year adds to the biases
     * @param noiseScale factor on the noise of level and speed; the bank mixes .5, 1, 1.7 and 3
     */
    public static PooledLevel before(Measurement first, GaussianState biases, GaussianState wander, double noiseScale) {
        OuSpeed bank = BankModel.DYNAMICS;
        OuSpeed dynamics =
                new OuSpeed(bank.reversion(), noiseScale * bank.speedNoise(), noiseScale * bank.levelNoise());
        GaussianSpeed vague = new GaussianSpeed(
                logit(first.share()),
                StartSpeed.STATED.speed(),
                BankModel.BEGIN_LEVEL_VARIANCE_MAX,
                0,
                StartSpeed.STATED.deviation() * StartSpeed.STATED.deviation());
        return new PooledLevel(first.time(), SourceBiases.begin(dynamics, vague, biases, wander));
    }

    /**
     * Folds a figure in.
     *
     * @param source {@link SourceBiases#ANCHOR}, or the number of a bias
     * @param first whether nothing of that source was folded in before: nothing is known then of where it will stand
     * @throws IllegalArgumentException when it is earlier than the state
     */
    public PooledLevel fold(int source, Measurement figure, boolean first) {
        PooledLevel then = at(figure.time());
        double y = clamped(figure.share());
        double z = Link.LOGIT.of(y);
        double where = first ? z : (then.belief.expected(source) + z) / 2;
        double slope = Math.max(Link.LOGIT.slope(where), BankModel.SLOPE_MIN);
        double variance = BankModel.figureVariance(y, figure.standardError()) / (slope * slope);
        return new PooledLevel(
                then.time,
                then.belief.observingGated(source, z, variance, BankModel.NU).biases());
    }

    /**
     * How far a figure lies above what a source is expected to read at its time, in standard deviations of that forecast:
     * doubt about what the source would read without error, noise of a figure and its standard error.
     *
     * @param source {@link SourceBiases#ANCHOR}, or the number of a bias
     * @throws IllegalArgumentException when the figure is earlier than the state
     */
    public double surprise(int source, Measurement figure) {
        PooledLevel then = at(figure.time());
        double expected = then.belief.expected(source);
        double slope = Math.max(Link.LOGIT.slope(expected), BankModel.SLOPE_MIN);
        double noise = BankModel.figureVariance(Link.LOGIT.share(expected), figure.standardError()) / (slope * slope);
        return (logit(figure.share()) - expected) / StrictMath.sqrt(then.belief.expectedVariance(source) + noise);
    }

    /**
     * What is believed at a later time, without new figures.
     *
     * @throws IllegalArgumentException when that is earlier than the state
     */
    public PooledLevel at(double later) {
        double years = later - time;
        if (!(years >= 0)) {
            throw new IllegalArgumentException(
                    "%s comes before a state of %s; fold figures in order of time".formatted(later, time));
        }
        int steps = (int) Math.ceil(years / BankModel.SUB_STEP_MAX);
        SourceBiases moved = belief;
        for (int i = 0; i < steps; i++) {
            double meanSpeed = BankModel.meanSpeed(moved.expected(SourceBiases.ANCHOR));
            moved = moved.after(meanSpeed, years / steps);
        }
        return new PooledLevel(later, moved);
    }

    /** The same, from now on keeping where the biases stand at this time: see {@link SourceBiases#remembering}. */
    public PooledLevel remembering() {
        return new PooledLevel(time, belief.remembering());
    }

    /** The same, from now on keeping what a source would read at this time: see {@link SourceBiases#marking}. */
    public PooledLevel marking(int source) {
        return new PooledLevel(time, belief.marking(source));
    }

    /** The share that a source would have read at the i-th time that was marked, from all that was folded in since. */
    public double marked(int i) {
        return Link.LOGIT.share(belief.marked(i));
    }

    /** The share that a source would read without error. */
    public Banded share(int source) {
        Banded logits = banded(belief.expected(source), belief.expectedVariance(source));
        return new Banded(
                Link.LOGIT.share(logits.value()),
                Link.LOGIT.share(logits.lower80()),
                Link.LOGIT.share(logits.upper80()),
                Link.LOGIT.share(logits.lower95()),
                Link.LOGIT.share(logits.upper95()));
    }

    /** The speed that all sources share, logits a year. */
    public Banded speed() {
        return banded(belief.belief().mean(1), belief.belief().covariance(1, 1));
    }

    /** Standard deviation of the speed, logits a year. */
    public double speedSd() {
        return StrictMath.sqrt(Math.max(0, belief.belief().covariance(1, 1)));
    }

    /** Speed, points and stage as a source reads them; without turning dates, which this filter was never tested for. */
    public Trajectory trajectory(int source) {
        double x = belief.expected(source);
        double sd = StrictMath.sqrt(Math.max(Double.MIN_NORMAL, belief.expectedVariance(source)));
        return new Trajectory(
                speed(), 100 * Link.LOGIT.slope(x) * belief.belief().mean(1), CeilingDoubt.of(x, sd), List.of());
    }

    private static Banded banded(double mean, double variance) {
        double sd = StrictMath.sqrt(Math.max(0, variance));
        double half80 = StandardNormal.Z90 * sd;
        double half95 = StandardNormal.Z975 * sd;
        return new Banded(mean, mean - half80, mean + half80, mean - half95, mean + half95);
    }

    private static double logit(double share) {
        return Link.LOGIT.of(clamped(share));
    }

    private static double clamped(double share) {
        return Math.max(SHARE_MIN, Math.min(SHARE_MAX, share));
    }
}
