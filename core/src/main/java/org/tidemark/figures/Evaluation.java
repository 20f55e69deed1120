package org.tidemark.figures;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;

/** What all estimators say of one set of figures: an answer to "what if", beside what is kept. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * Every estimate, by key.
     *
     * @param figures are given each estimate as it is made, for those that rest on it
     * @param estimators in the order in which one rests on another
     */
    public static SortedMap<EstimateKey, Estimate> of(HeldFigures figures, List<Estimator> estimators) {
        SortedMap<EstimateKey, Estimate> all = new TreeMap<>();
        for (Estimator estimator : estimators) {
            for (Estimate estimate : estimator.estimates(figures)) {
                all.put(estimate.key(), estimate);
                figures.put(estimate);
            }
        }
        return all;
    }
}
