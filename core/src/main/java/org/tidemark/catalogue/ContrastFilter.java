package org.tidemark.catalogue;

/**
 * The numbers of the filter that follows a gap and its speed, in log units where logarithms are compared, else in
 * percentage points.
 *
 * @param reversion of the speed, per year, above 0
 * @param speedNoise speed per square root of a year
 * @param levelNoise gap per square root of a year
 * @param noise standard deviation of a measured gap, beyond the standard errors that are published
 * @param gate degrees of freedom of the Student t by which a surprising figure counts for less; 0 for none
 */
public record ContrastFilter(double reversion, double speedNoise, double levelNoise, double noise, double gate) {
    /** Of weekly postings in logs; set by hand and not tuned. */
    static final ContrastFilter OF_LOGS = new ContrastFilter(0.5, 0.35, 0.10, 0.01, 5);

    public ContrastFilter {
        require("reversion", reversion, true);
        require("speed_noise", speedNoise, true);
        require("level_noise", levelNoise, false);
        require("noise", noise, true);
        require("gate", gate, false);
    }

    private static void require(String what, double value, boolean aboveZero) {
        if (!(value >= 0 && Double.isFinite(value)) || (aboveZero && value == 0)) {
            throw new IllegalArgumentException("filter: %s %s must be finite and %s"
                    .formatted(what, value, aboveZero ? "above 0" : "not negative"));
        }
    }
}
