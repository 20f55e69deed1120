package org.tidemark.estimate;

import org.jspecify.annotations.Nullable;

/**
 * When a share passes a turning point of its curve, given a ceiling. Never a date without its ceiling.
 *
 * @param turning which point
 * @param ceiling share that the curve ends at, 0 to 1; null for the mixture over the ceilings with their prior weights
 * @param passed probability that it has been passed already
 * @param year10 10 % quantile, fractional calendar year; null while the 80 % band is wider than 15 years
 * @param year50 median, likewise
 * @param year90 90 % quantile, likewise
 * @param priorShare share of the spread that comes from the prior over ceilings, 0 to 1
 */
public record TurningDate(
        Turning turning,
        @Nullable Double ceiling,
        double passed,
        @Nullable Double year10,
        @Nullable Double year50,
        @Nullable Double year90,
        double priorShare) {
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
