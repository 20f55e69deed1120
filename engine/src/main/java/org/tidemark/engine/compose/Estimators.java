package org.tidemark.engine.compose;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.exposure.ExposureEstimator;
import org.tidemark.figures.Estimator;
import org.tidemark.gap.GapEstimator;
import org.tidemark.ledger.LedgerEstimator;
import org.tidemark.measure.MeasureEstimator;
import org.tidemark.penetration.SourceRange;
import org.tidemark.pool.PooledEstimator;
import org.tidemark.reallocation.ReallocationEstimator;

/** The estimators of the program, in the order in which one rests on another. */
public final class Estimators {
    private Estimators() {}

    /** Those of panels of economies. */
    public static List<Estimator> ofPanels(Catalogue catalogue) {
        return List.copyOf(MeasureEstimator.ofPanels(catalogue));
    }

    /** Those of one economy, as the catalogue describes what they make. */
    public static List<Estimator> of(Catalogue catalogue) {
        List<Estimator> all = new ArrayList<>();
        all.add(new ExposureEstimator(catalogue));
        all.add(new LedgerEstimator(catalogue));
        all.addAll(GapEstimator.each(catalogue));
        all.add(new ReallocationEstimator(catalogue));
        all.add(new PooledEstimator(catalogue));
        all.add(new SourceRange(catalogue));
        all.addAll(MeasureEstimator.ofEconomies(catalogue));
        return all;
    }
}
