package org.tidemark.estimate;

/**
 * {@link OuSpeed} over one step of d years, exactly (Uhlenbeck and Ornstein 1930; Gillespie 1996). With k the reversion,
 * e = exp(-k d) and A = (1 - e)/k:
 *
 * <pre>
 * x' = x + mu d + A (v - mu)         q11 = sv^2/k^2 (d - 2A + (1 - e^2)/(2k)) + sx^2 d
 * v' = mu + e (v - mu)               q12 = sv^2 A^2/2        q22 = sv^2 (1 - e^2)/(2k)
 * </pre>
 *
 * <p>A belief lies in five consecutive doubles: x, v, P11, P12, P22. Arrays and not records, because the bank advances
 * 16 beliefs per half-year of every figure.
 *
 * @param years d
 * @param decay e
 * @param reach A, years
 * @param q11 variance added to the level
 * @param q12 covariance added
 * @param q22 variance added to the speed
 */
record OuStep(double years, double decay, double reach, double q11, double q12, double q22) {
    static final int X = 0;
    static final int V = 1;
    static final int P11 = 2;
    static final int P12 = 3;
    static final int P22 = 4;

    /** Below this k d the closed form of q11 cancels to nothing and its series is exact to rounding. */
    private static final double SERIES_BELOW = 0.01;

    static OuStep of(OuSpeed dynamics, double years) {
        if (!(years >= 0 && Double.isFinite(years))) {
            throw new IllegalArgumentException(
                    "step is %s years; it must be finite and not negative: fold figures in order of time"
                            .formatted(years));
        }
        double k = dynamics.reversion();
        double u = k * years;
        double reach = k > 0 ? -StrictMath.expm1(-u) / k : years;
        double spread = k > 0 ? -StrictMath.expm1(-2 * u) / (2 * k) : years;
        double sv2 = dynamics.speedNoise() * dynamics.speedNoise();
        double sx2 = dynamics.levelNoise() * dynamics.levelNoise();
        double q11 = sv2 * integratedVariance(k, years, reach, spread) + sx2 * years;
        return new OuStep(years, StrictMath.exp(-u), reach, q11, sv2 * reach * reach / 2, sv2 * spread);
    }

    /** Variance of the integral of a speed of unit noise: (d - 2A + (1 - e^2)/(2k))/k^2, d^3/3 as k goes to 0. */
    private static double integratedVariance(double k, double d, double reach, double spread) {
        double u = k * d;
        if (u < SERIES_BELOW) {
            return d * d * d * (1 / 3.0 - u * (1 / 4.0 - u * (7 / 60.0 - u * (1 / 24.0 - u * (31 / 2520.0)))));
        }
        return (d - 2 * reach + spread) / (k * k);
    }

    /**
     * Moves the belief at {@code at} one step ahead.
     *
     * @param meanSpeed mu, held over the step
     * @param noise factor on all three noise variances
     */
    void advance(double[] beliefs, int at, double meanSpeed, double noise) {
        double excess = beliefs[at + V] - meanSpeed;
        double p12 = beliefs[at + P12];
        double p22 = beliefs[at + P22];
        beliefs[at + X] += meanSpeed * years + reach * excess;
        beliefs[at + V] = meanSpeed + decay * excess;
        beliefs[at + P11] += 2 * reach * p12 + reach * reach * p22 + noise * q11;
        beliefs[at + P12] = decay * (p12 + reach * p22) + noise * q12;
        beliefs[at + P22] = decay * decay * p22 + noise * q22;
    }

    /**
     * Folds a measurement of x in: K = [P11, P12]/(P11 + r), Durbin and Koopman (2012) section 4.3.
     *
     * @param innovation measurement minus x
     * @param r measurement variance, above 0
     */
    static void observe(double[] beliefs, int at, double innovation, double r) {
        double p11 = beliefs[at + P11];
        double p12 = beliefs[at + P12];
        double gainLevel = p11 / (p11 + r);
        double gainSpeed = p12 / (p11 + r);
        beliefs[at + X] += gainLevel * innovation;
        beliefs[at + V] += gainSpeed * innovation;
        beliefs[at + P22] -= gainSpeed * p12;
        beliefs[at + P12] -= gainLevel * p12;
        beliefs[at + P11] -= gainLevel * p11;
    }
}
