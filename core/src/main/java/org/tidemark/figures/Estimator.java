package org.tidemark.figures;

import java.util.List;
import java.util.Set;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;

/**
 * Makes estimates of one economy from all that is believed of it: a pure function, computed anew whenever something that
 * it reads has changed. Two calls on equal figures give equal estimates.
 */
public interface Estimator {
    /** The measures that it makes. */
    Set<String> measures();

    /** Whether an estimate is its own; one that it does not return any more is withdrawn. */
    default boolean makes(EstimateKey key) {
        return measures().contains(key.measure());
    }

    /** Those of its measures of which the caller keeps what was said first of each period. */
    default Set<String> remembered() {
        return Set.of();
    }

    /** Whether a change of this indicator may change its estimates. */
    boolean reads(String indicator);

    /**
     * Its estimates, one for each key, in the order of the keys. An estimate that cannot be made though something to make
     * it from is held, is returned as withheld with its reason.
     */
    List<Estimate> estimates(EconomyFigures figures);

    /**
     * What it expects of later periods, and of figures that are not held yet, from its own state: what its news measure a
     * surprise by. One that has no dynamics expects each figure to be the last of its series.
     */
    default Outlook outlook(EconomyFigures held, Outlook.Question question) {
        return Outlook.lasting(held, question);
    }
}
