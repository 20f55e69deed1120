package org.tidemark.gap;

import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Prior;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.Term;
import org.tidemark.figures.Figure;

/** One number of a product, with its error and where it comes from; shares are 0 to 1. */
record Factor(String name, Normal value, Term.Basis basis, String source) {
    private static final double PERCENT = 100;
    private static final String SHARE = "share";

    /** What the catalogue assumes. */
    static Factor of(Prior prior) {
        Double sd = prior.standardDeviation();
        Double n = prior.observations();
        double mean = prior.mean();
        // The prior has one of both; a share of n observations is a Beta.
        double deviation = sd != null ? sd : StrictMath.sqrt(mean * (1 - mean) / (1 + (n == null ? 0 : n)));
        return new Factor(prior.name(), new Normal(mean, deviation), Term.Basis.ASSUMED, prior.citation());
    }

    /** The level of an estimate in the period of its newest input; null when it is withheld. */
    static @Nullable Factor of(String name, Estimate estimate) {
        if (estimate.levels().isEmpty()) {
            return null;
        }
        Banded level = estimate.levels().get(0).band();
        double unit = estimate.unit().equals(Said.PERCENT) ? PERCENT : 1;
        double deviation = (level.upper95() - level.lower95()) / (2 * StandardNormal.Z975);
        return new Factor(
                name,
                new Normal(level.value() / unit, deviation / unit),
                Term.Basis.ESTIMATED,
                "%s, %s".formatted(estimate.key(), estimate.period()));
    }

    /** A figure in percent. */
    static Factor of(String name, String indicator, Figure figure) {
        Double se = figure.standardError();
        return new Factor(
                name,
                new Normal(figure.value() / PERCENT, se == null ? 0 : se / PERCENT),
                Term.Basis.MEASURED,
                "%s, %s".formatted(indicator, figure.period()));
    }

    /** As it is told beside what it makes. */
    Term term(@Nullable Double varianceShare) {
        return new Term(name, value.mean(), value.deviation(), varianceShare, basis, SHARE, source);
    }
}
