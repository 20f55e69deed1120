package org.tidemark.streams.compose;

import java.util.List;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.contrast.ContrastEstimator;
import org.tidemark.figures.Estimator;
import org.tidemark.gap.GapEstimator;

/** The estimators of the program, in the order in which one rests on another. */
public final class Estimators {
    private Estimators() {}

    /** All of them, as the catalogue describes what they make. */
    public static List<Estimator> of(Catalogue catalogue) {
        return List.of(new ContrastEstimator(catalogue), new GapEstimator(catalogue));
    }
}
