package org.tidemark.estimate;

/**
 * A normal belief about a level and its speed: the single filter on {@link OuSpeed}, one measurement at a time. A
 * missing figure is no call of {@link #observing}: {@link #after} bridges the gap.
 *
 * @param level x, in link units
 * @param speed v, a year
 * @param p11 variance of the level
 * @param p12 covariance of level and speed
 * @param p22 variance of the speed
 */
public record GaussianSpeed(double level, double speed, double p11, double p12, double p22) {
    private static final double LOG_2_PI = StrictMath.log(2 * Math.PI);

    public GaussianSpeed {
        if (!(p11 >= 0 && p22 >= 0)) {
            throw new IllegalArgumentException(
                    "variances of level %s and speed %s; they must not be negative".formatted(p11, p22));
        }
    }

    /**
     * A belief updated, and what the measurement taught.
     *
     * @param innovation measurement minus the level expected
     * @param variance of the innovation, before any gate
     * @param logLikelihood normal log density of the innovation, before any gate
     */
    public record Update(GaussianSpeed belief, double innovation, double variance, double logLikelihood) {}

    /**
     * The belief some time later, in one exact step.
     *
     * @param meanSpeed mu that the speed reverts to, a year
     * @param years not negative
     * @throws IllegalArgumentException when {@code years} is negative or not finite
     */
    public GaussianSpeed after(OuSpeed dynamics, double meanSpeed, double years) {
        double[] a = toArray();
        dynamics.over(years).advance(a, 0, meanSpeed, 1);
        return of(a);
    }

    /**
     * Folds a measurement of the level in.
     *
     * @param variance of the measurement, above 0
     * @throws IllegalArgumentException when {@code variance} is not above 0
     */
    public Update observing(double measured, double variance) {
        return fold(measured, variance, 1);
    }

    /**
     * Like {@link #observing}, but a surprising measurement counts for less: its variance is widened by max(1, (e^2/S +
     * nu)/(nu + 1)), the weight of a Student-t score (Harvey 2013).
     *
     * @param nu degrees of freedom, above 0
     * @throws IllegalArgumentException when {@code variance} or {@code nu} is not above 0
     */
    public Update observingGated(double measured, double variance, double nu) {
        requirePositive(nu, "nu");
        double e = measured - level;
        return fold(measured, variance, Math.max(1, (e * e / (p11 + variance) + nu) / (nu + 1)));
    }

    private Update fold(double measured, double variance, double gate) {
        requirePositive(variance, "variance");
        double e = measured - level;
        double s = p11 + variance;
        double[] a = toArray();
        OuStep.observe(a, 0, e, gate * variance);
        return new Update(of(a), e, s, normalLog(e, s));
    }

    /** log density of a normal of mean 0 at {@code e}. */
    static double normalLog(double e, double variance) {
        return -(LOG_2_PI + StrictMath.log(variance) + e * e / variance) / 2;
    }

    private static void requirePositive(double value, String what) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("%s is %s; it must be finite and above 0".formatted(what, value));
        }
    }

    private double[] toArray() {
        return new double[] {level, speed, p11, p12, p22};
    }

    private static GaussianSpeed of(double[] a) {
        // Rounding may leave a variance an ulp below 0 when a measurement is all but exact.
        return new GaussianSpeed(
                a[OuStep.X], a[OuStep.V], Math.max(0, a[OuStep.P11]), a[OuStep.P12], Math.max(0, a[OuStep.P22]));
    }
}
