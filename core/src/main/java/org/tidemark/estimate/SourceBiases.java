package org.tidemark.estimate;

import java.util.Arrays;

/**
 * One level seen by several sources, each off by a bias of its own: state (x, v, b_1 .. b_S) in logits, measurement x +
 * b_s. x and v move as {@link OuSpeed}; each bias is a random walk. Level and biases can be told apart only when one
 * source, the {@link #ANCHOR}, has no bias, or through the prior of the biases. A reworded question, a new unit or
 * another population is another source.
 */
public final class SourceBiases {
    /** The source that is right by definition. */
    public static final int ANCHOR = -1;

    private static final int STATES_BEFORE = 2;

    private final OuSpeed dynamics;
    private final GaussianState wander;
    private final GaussianState belief;

    private SourceBiases(OuSpeed dynamics, GaussianState wander, GaussianState belief) {
        this.dynamics = dynamics;
        this.wander = wander;
        this.belief = belief;
    }

    /**
     * A belief updated, and what the measurement taught.
     *
     * @param innovation measurement minus what was expected, logits
     * @param variance of the innovation, before any gate
     * @param logLikelihood log density per logit, before any gate
     */
    public record Update(SourceBiases biases, double innovation, double variance, double logLikelihood) {}

    /**
     * The prior: level and speed believed as given, every bias around 0.
     *
     * @param sources how many sources besides the anchor, not negative
     * @param biasSpread prior standard deviation of a bias, logits (0.4 where nothing else is known)
     * @param biasNoise logits per square root of a year that a bias may wander (.03 to .05)
     * @throws IllegalArgumentException when a number is negative
     */
    public static SourceBiases begin(
            OuSpeed dynamics, GaussianSpeed level, int sources, double biasSpread, double biasNoise) {
        if (sources < 0 || !(biasSpread >= 0) || !(biasNoise >= 0)) {
            throw new IllegalArgumentException("%d sources, bias spread %s, bias noise %s; none may be negative"
                    .formatted(sources, biasSpread, biasNoise));
        }
        return begin(
                dynamics,
                level,
                GaussianState.independent(sources, biasSpread),
                GaussianState.independent(sources, biasNoise));
    }

    /**
     * The prior with biases that are believed together: two sources of one concept are off by much the same.
     *
     * @param biases what is believed of them before any figure, logits
     * @param wander what a year adds to them, logits; its mean is not used
     * @throws IllegalArgumentException when the two are of different sizes
     */
    public static SourceBiases begin(
            OuSpeed dynamics, GaussianSpeed level, GaussianState biases, GaussianState wander) {
        if (biases.size() != wander.size()) {
            throw new IllegalArgumentException("%d biases of which %d wander; give both for the same sources"
                    .formatted(biases.size(), wander.size()));
        }
        int n = STATES_BEFORE + biases.size();
        double[] mean = new double[n];
        mean[0] = level.level();
        mean[1] = level.speed();
        double[] p = new double[n * n];
        p[0] = level.p11();
        p[1] = level.p12();
        p[n] = level.p12();
        p[n + 1] = level.p22();
        for (int i = STATES_BEFORE; i < n; i++) {
            mean[i] = biases.mean(i - STATES_BEFORE);
            for (int j = STATES_BEFORE; j < n; j++) {
                p[i * n + j] = biases.covariance(i - STATES_BEFORE, j - STATES_BEFORE);
            }
        }
        return new SourceBiases(dynamics, wander, GaussianState.of(mean, p));
    }

    /**
     * The belief some time later.
     *
     * @param meanSpeed mu that the speed reverts to, logits a year
     * @param years not negative
     * @throws IllegalArgumentException when {@code years} is negative or not finite
     */
    public SourceBiases after(double meanSpeed, double years) {
        OuStep step = dynamics.over(years);
        int n = belief.size();
        double[] f = new double[n * n];
        double[] q = new double[n * n];
        double[] drift = new double[n];
        f[0] = 1;
        f[1] = step.reach();
        f[n + 1] = step.decay();
        drift[0] = meanSpeed * (years - step.reach());
        drift[1] = meanSpeed * (1 - step.decay());
        q[0] = step.q11();
        q[1] = step.q12();
        q[n] = step.q12();
        q[n + 1] = step.q22();
        for (int i = STATES_BEFORE; i < n; i++) {
            f[i * n + i] = 1;
        }
        for (int i = 0; i < wander.size(); i++) {
            for (int j = 0; j < wander.size(); j++) {
                q[(STATES_BEFORE + i) * n + STATES_BEFORE + j] = wander.covariance(i, j) * years;
            }
        }
        return new SourceBiases(dynamics, wander, belief.after(f, drift, q));
    }

    /**
     * Folds in what a source measured.
     *
     * @param source {@link #ANCHOR}, or 0 to S - 1
     * @param measured logits
     * @param variance of the measurement, logits squared, above 0
     * @throws IllegalArgumentException when the source is unknown or {@code variance} is not above 0
     */
    public Update observing(int source, double measured, double variance) {
        double[] loading = loading(source);
        GaussianState.Update update = belief.observing(loading, measured, variance);
        return new Update(
                new SourceBiases(dynamics, wander, update.belief()),
                measured - belief.expected(loading),
                belief.variance(loading) + variance,
                update.logLikelihood());
    }

    /**
     * Like {@link #observing}, but a surprising measurement counts for less, as in {@link GaussianSpeed#observingGated}.
     *
     * @param nu degrees of freedom, above 0
     * @throws IllegalArgumentException when the source is unknown, or {@code variance} or {@code nu} is not above 0
     */
    public Update observingGated(int source, double measured, double variance, double nu) {
        if (!(nu > 0)) {
            throw new IllegalArgumentException("nu is %s; it must be above 0".formatted(nu));
        }
        Update plain = observing(source, measured, variance);
        double surprise = plain.innovation() * plain.innovation() / plain.variance();
        double gate = Math.max(1, (surprise + nu) / (nu + 1));
        return gate > 1
                ? new Update(
                        observing(source, measured, gate * variance).biases(),
                        plain.innovation(),
                        plain.variance(),
                        plain.logLikelihood())
                : plain;
    }

    /** What a source would read without error: x + b. */
    double expected(int source) {
        return belief.expected(loading(source));
    }

    /** Variance of {@link #expected}. */
    double expectedVariance(int source) {
        return Math.max(0, belief.variance(loading(source)));
    }

    private double[] loading(int source) {
        double[] loading = new double[belief.size()];
        loading[0] = 1;
        if (source != ANCHOR) {
            loading[index(source)] = 1;
        }
        return loading;
    }

    /**
     * The same belief that from now on also keeps where the biases stand at this moment, and learns of it from what comes
     * later. What was kept before is forgotten.
     */
    public SourceBiases remembering() {
        int live = STATES_BEFORE + wander.size();
        int n = live + wander.size();
        double[] mean = new double[n];
        double[] p = new double[n * n];
        for (int i = 0; i < n; i++) {
            int from = i < live ? i : i - wander.size();
            mean[i] = belief.mean(from);
            for (int j = 0; j < n; j++) {
                p[i * n + j] = belief.covariance(from, j < live ? j : j - wander.size());
            }
        }
        return new SourceBiases(dynamics, wander, GaussianState.of(mean, p));
    }

    /**
     * The same belief that from now on also keeps what a source would read at this moment, and learns of it from what comes
     * later: fixed-point smoothing. It counts from 0 on; none of it together with {@link #remembering}.
     */
    public SourceBiases marking(int source) {
        return new SourceBiases(dynamics, wander, belief.alsoKeeping(loading(source)));
    }

    /**
     * What is believed now of the i-th moment that was marked, logits.
     *
     * @throws IllegalArgumentException when so many were not marked
     */
    public double marked(int i) {
        int live = STATES_BEFORE + wander.size();
        if (i < 0 || live + i >= belief.size()) {
            throw new IllegalArgumentException(
                    "moment %d of %d that are marked; mark it first".formatted(i, belief.size() - live));
        }
        return belief.mean(live + i);
    }

    /**
     * How far the bias of a source has moved since {@link #remembering}, logits.
     *
     * @throws IllegalArgumentException when the source is the anchor or unknown
     * @throws IllegalStateException when nothing was remembered
     */
    public double moved(int source) {
        return belief.expected(move(source));
    }

    /** Variance of {@link #moved}. Without any figure since, it is {@link #wanderVariance} times the years that passed. */
    public double movedVariance(int source) {
        return Math.max(0, belief.variance(move(source)));
    }

    /** Variance that a year adds to the bias of a source. */
    public double wanderVariance(int source) {
        int i = index(source) - STATES_BEFORE;
        return wander.covariance(i, i);
    }

    private double[] move(int source) {
        if (belief.size() != STATES_BEFORE + 2 * wander.size()) {
            throw new IllegalStateException("no moment is remembered; call remembering() at the one to compare with");
        }
        double[] move = new double[belief.size()];
        move[index(source)] = 1;
        move[index(source) + wander.size()] = -1;
        return move;
    }

    /** What is believed of level and speed at the anchor, of the biases, and of those remembered, in that order. */
    public GaussianState belief() {
        return belief;
    }

    /** Logits that a source reads above the anchor; 0 for the anchor. */
    public double bias(int source) {
        return source == ANCHOR ? 0 : belief.mean(index(source));
    }

    /** Variance of {@link #bias}, logits squared; 0 for the anchor. */
    public double biasVariance(int source) {
        return source == ANCHOR ? 0 : belief.covariance(index(source), index(source));
    }

    private int index(int source) {
        if (source < 0 || source >= wander.size()) {
            throw new IllegalArgumentException(
                    "source %d is unknown; ANCHOR, or 0 to %d".formatted(source, wander.size() - 1));
        }
        return STATES_BEFORE + source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceBiases that
                && dynamics.equals(that.dynamics)
                && wander.equals(that.wander)
                && belief.equals(that.belief);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {dynamics, wander, belief});
    }

    @Override
    public String toString() {
        return "SourceBiases[%s]".formatted(belief);
    }
}
