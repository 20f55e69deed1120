package org.tidemark.estimate;

import org.jspecify.annotations.Nullable;

/**
 * One number that an estimate is made of or comes with: a factor of the ledger, a part of the gap, the smallest effect
 * that could be seen.
 *
 * @param name stable, lower case with underscores: {@code substitution_share}
 * @param value in {@code unit}; null when there is none
 * @param standardDeviation of the value, in {@code unit}; null when it has none
 * @param varianceShare part of the estimate's variance that comes from it, 0 to 1; null where that is not told apart
 * @param basis where the value comes from
 * @param unit of the value
 * @param source citation, or what is missing where the basis is {@link Basis#UNAVAILABLE}
 */
public record Term(
        String name,
        @Nullable Double value,
        @Nullable Double standardDeviation,
        @Nullable Double varianceShare,
        Basis basis,
        String unit,
        String source) {

    /** Name of the term that says for how many days after its newest period an estimate is fresh. */
    public static final String FRESH_DAYS = "fresh_days";

    /** Where a number comes from. */
    public enum Basis {
        /** From figures that were published. */
        MEASURED,
        /** Computed by an estimator from figures. */
        ESTIMATED,
        /** From a cited prior: nobody measured it here. */
        ASSUMED,
        /** Not to be had from what is held. */
        UNAVAILABLE
    }

    public Term {
        if ((value == null) != (basis == Basis.UNAVAILABLE)) {
            throw new IllegalArgumentException("term %s: value %s and basis %s; only what is unavailable has no value"
                    .formatted(name, value, basis));
        }
    }

    /** One that has no value, with the reason. */
    public static Term unavailable(String name, String unit, String reason) {
        return new Term(name, null, null, null, Basis.UNAVAILABLE, unit, reason);
    }
}
