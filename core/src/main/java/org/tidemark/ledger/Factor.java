package org.tidemark.ledger;

import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.IncompleteBeta;
import org.tidemark.estimate.Term;

/**
 * One factor of the ledger: a share of which mean and spread are known. Its form is the Beta that has them.
 *
 * @param name stable, lower case with underscores
 * @param mean between 0 and 1
 * @param sd standard deviation; 0 where the share is taken as exact
 * @param source citation, or what it was computed from
 */
record Factor(String name, double mean, double sd, Term.Basis basis, String source) {
    private static final String PERCENT = "percent";

    /** Of a share known to a thousandth of itself the spread is not followed. */
    private static final double EXACT_BELOW = 1e-3;

    Factor {
        String fault = fault(name, mean, sd);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
    }

    /** Why no share has this mean and spread; null when one has. */
    static @Nullable String fault(String name, double mean, double sd) {
        if (!(mean > 0 && mean < 1)) {
            return "%s is %s percent; a share that counts lies between 0 and 100".formatted(name, 100 * mean);
        }
        if (!(sd >= 0 && sd * sd < mean * (1 - mean))) {
            return "%s of %s percent has a standard deviation of %s; no share is spread as wide"
                    .formatted(name, 100 * mean, 100 * sd);
        }
        return null;
    }

    double squaredVariation() {
        return sd * sd / (mean * mean);
    }

    boolean isExact() {
        return sd < EXACT_BELOW * mean;
    }

    /** P(share <= x). */
    double cdf(double x) {
        double observations = mean * (1 - mean) / (sd * sd) - 1;
        return IncompleteBeta.regularised(mean * observations, (1 - mean) * observations, x);
    }

    /** The factor as it is told, with its part of the variance of the product. */
    Term term(@Nullable Double varianceShare) {
        return new Term(name, 100 * mean, 100 * sd, varianceShare, basis, PERCENT, source);
    }
}
