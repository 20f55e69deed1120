package org.tidemark.estimate;

/**
 * What is believed of a level, its speed and the season that is measured with the level: state (x, v, a1, b1, a2, b2),
 * measurement x + s(t) of {@link SeasonalWave}. x and v move as {@link OuSpeed}, the speed around 0. Immutable.
 */
public final class SeasonalSpeed {
    private static final int BEFORE = 2;
    private static final int N = BEFORE + SeasonalWave.STATES;
    /** So much wider than the season is a level of which nothing is known. */
    private static final double VAGUE = 100;

    private final OuSpeed dynamics;
    private final SeasonalWave wave;
    private final GaussianState belief;

    private SeasonalSpeed(OuSpeed dynamics, SeasonalWave wave, GaussianState belief) {
        this.dynamics = dynamics;
        this.wave = wave;
        this.belief = belief;
    }

    /**
     * Before the first measurement, of which only the neighbourhood is used.
     *
     * @param speedVariance of a speed of which nothing is known
     */
    public static SeasonalSpeed before(OuSpeed dynamics, SeasonalWave wave, double first, double speedVariance) {
        double[] mean = new double[N];
        mean[0] = first;
        double[] covariance = new double[N * N];
        covariance[0] = VAGUE * wave.priorVariance();
        covariance[N + 1] = speedVariance;
        for (int i = BEFORE; i < N; i++) {
            covariance[i * N + i] = wave.priorSd() * wave.priorSd();
        }
        return new SeasonalSpeed(dynamics, wave, GaussianState.of(mean, covariance));
    }

    /** The belief some years later, without new figures. */
    public SeasonalSpeed after(double years) {
        OuStep step = dynamics.over(years);
        double[] f = new double[N * N];
        double[] q = new double[N * N];
        for (int i = 0; i < N; i++) {
            f[i * N + i] = 1;
            q[i * N + i] = i < BEFORE ? 0 : wave.wander() * wave.wander() * years;
        }
        f[1] = step.reach();
        f[N + 1] = step.decay();
        q[0] = step.q11();
        q[1] = step.q12();
        q[N] = step.q12();
        q[N + 1] = step.q22();
        return new SeasonalSpeed(dynamics, wave, belief.after(f, new double[N], q));
    }

    /**
     * Folds a measurement in; a surprising one counts for less, as in {@link GaussianSpeed#observingGated}.
     *
     * @param time of it, fractional calendar years, that the season goes by
     * @param variance of the measurement, above 0
     * @param nu degrees of freedom of the gate; 0 for none
     */
    public SeasonalSpeed observing(double time, double measured, double variance, double nu) {
        double[] loading = new double[N];
        loading[0] = 1;
        SeasonalWave.load(loading, BEFORE, time);
        double e = measured - belief.expected(loading);
        double s = belief.variance(loading) + variance;
        double gate = nu > 0 ? Math.max(1, (e * e / s + nu) / (nu + 1)) : 1;
        return new SeasonalSpeed(
                dynamics,
                wave,
                belief.observing(loading, measured, gate * variance).belief());
    }

    /** Level and speed without the season; they move on as though there were none. */
    public GaussianSpeed speed() {
        return new GaussianSpeed(
                belief.mean(0),
                belief.mean(1),
                Math.max(0, belief.covariance(0, 0)),
                belief.covariance(0, 1),
                Math.max(0, belief.covariance(1, 1)));
    }

    /** What the season adds at a time. */
    public double season(double time) {
        double[] loading = new double[N];
        SeasonalWave.load(loading, BEFORE, time);
        return belief.expected(loading);
    }

    /** Of level, speed and the four amplitudes, in that order. */
    GaussianState belief() {
        return belief;
    }
}
