package org.tidemark.estimate;

import org.jspecify.annotations.Nullable;

/**
 * When a share passes a turning point of its curve, given a ceiling. Never a date without its ceiling.
 *
 * @param turning which point
 * @param ceiling share that the curve ends at, 0 to 1; null for the mixture over the ceilings with their prior weights
 * @param passed probability that it has been passed by the instant that the estimate was known at
 * @param year10 10 % quantile, fractional calendar year. All three are null unless the 80 % band is narrower than 15 years
 *     and lies within what was seen (the readings of the last 15 years) and the 40 years past the newest
 * @param year50 median, likewise
 * @param year90 90 % quantile, likewise
 * @param priorShare share of the variance of the date that comes from the prior over ceilings, 0 to 1; 0 for a given
 *     ceiling
 */
public record TurningDate(
        Turning turning,
        @Nullable Double ceiling,
        double passed,
        @Nullable Double year10,
        @Nullable Double year50,
        @Nullable Double year90,
        double priorShare) {
    public TurningDate {
        requireShare(passed, "passed");
        requireShare(priorShare, "priorShare");
        boolean dated = year10 != null && year50 != null && year90 != null;
        boolean undated = year10 == null && year50 == null && year90 == null;
        if (!dated && !undated) {
            throw new IllegalArgumentException(
                    "%s: years %s, %s, %s; give all three or none".formatted(turning, year10, year50, year90));
        }
        if (year10 != null && year50 != null && year90 != null && !(year10 <= year50 && year50 <= year90)) {
            throw new IllegalArgumentException(
                    "%s: years out of order: %s <= %s <= %s".formatted(turning, year10, year50, year90));
        }
    }

    private static void requireShare(double value, String what) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s; it must be in [0, 1]".formatted(what, value));
        }
    }

    /** The points of a curve, as shares of its ceiling (inflections of the logistic's speed, and its midpoint). */
    public enum Turning {
        FIRST_INFLECTION(0.2113248654051871),
        MIDPOINT(0.5),
        SECOND_INFLECTION(0.7886751345948129);

        private final double shareOfCeiling;

        Turning(double shareOfCeiling) {
            this.shareOfCeiling = shareOfCeiling;
        }

        public double shareOfCeiling() {
            return shareOfCeiling;
        }
    }
}
