package org.tidemark.ledger;

import java.util.Optional;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StandardNormal;

/** The names of what is read and made, and how a number is taken from an estimate. */
final class Measures {
    static final String LEDGER = "displacement.ledger";
    static final String REINSTATEMENT = "displacement.reinstatement";
    static final String NET = "displacement.net";
    static final String PENETRATION = "penetration";
    static final String EXPOSURE = "exposure";
    static final String ADOPTION = "adoption";
    static final String JOBS = "jobs";
    static final String EXPOSED_JOBS = "exposure.jobs";
    static final String EMPLOYMENT = "labour.employment.occupation";
    static final String CUTS = "labour.cuts.ai_attributed";
    /** Largest mean effect of AI on workers that a study of registers does not rule out, percent. */
    static final String BOUND = "labour.effect.register_bound";

    static final String POSTINGS = "adoption.postings.ai_share";
    static final String PERCENT = "percent";

    private Measures() {}

    /** The band at a horizon; empty when nothing is said there. */
    static Optional<Banded> level(Estimate estimate, Horizon horizon) {
        return estimate.levels().stream()
                .filter(l -> l.horizon() == horizon)
                .map(HorizonValue::band)
                .findFirst();
    }

    /** Standard deviation of a normal with the same 95 % band. */
    static double deviation(Banded band) {
        return (band.upper95() - band.lower95()) / (2 * StandardNormal.Z975);
    }

    /** A normal, as median and bands. */
    static Banded normal(double mean, double sd) {
        return new Banded(
                mean,
                mean - StandardNormal.Z90 * sd,
                mean + StandardNormal.Z90 * sd,
                mean - StandardNormal.Z975 * sd,
                mean + StandardNormal.Z975 * sd);
    }
}
