package org.tidemark.estimate;

/**
 * A level whose speed reverts to a mean: dx = v dt + levelNoise dW1, dv = -reversion (v - mu) dt + speedNoise dW2.
 *
 * @param reversion kappa, per year; 0 makes the speed a random walk (local linear trend)
 * @param speedNoise sigma_v, speed per square root of a year
 * @param levelNoise sigma_x, level per square root of a year
 */
public record OuSpeed(double reversion, double speedNoise, double levelNoise) {
    public OuSpeed {
        require(reversion, "reversion");
        require(speedNoise, "speedNoise");
        require(levelNoise, "levelNoise");
    }

    private static void require(double value, String what) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "%s is %s; it must be finite and not negative, per year".formatted(what, value));
        }
    }

    /**
     * The exact discretisation over a step.
     *
     * @param years length of the step, not negative
     * @throws IllegalArgumentException when {@code years} is negative or not finite
     */
    OuStep over(double years) {
        return OuStep.of(this, years);
    }
}
