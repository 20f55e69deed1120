package org.tidemark.engine.compose;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.engine.change.Rederived;
import org.tidemark.engine.publish.EstimateOutlet;
import org.tidemark.engine.store.DerivationStore;
import org.tidemark.engine.store.FigureBeliefs;
import org.tidemark.engine.store.FirstSaidStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.Estimator;
import org.tidemark.news.News;
import org.tidemark.penetration.PenetrationEstimator;
import org.tidemark.projection.ProjectionPool;

/** The composed estimates of one economy, all of them anew: made for that one act, thrown away after it. */
final class Recomposition {
    private final Rederived anew;
    private final SortedMap<EstimateKey, Estimate> latest = new TreeMap<>();
    private final SortedSet<EstimateKey> made = new TreeSet<>();
    private final StorePlace place;
    private final StoredFigures figures;
    private final DerivationStore derivations;
    private final EstimateOutlet out;

    /**
     * Looks at what is believed and what was said last.
     *
     * @param out takes each estimate that says something else than the last of its key, and then why
     */
    Recomposition(
            StorePlace place,
            Rederived anew,
            FigureBeliefs beliefs,
            FirstSaidStore said,
            LatestEstimateStore present,
            DerivationStore derivations,
            EstimateOutlet out) {
        this.place = place;
        this.anew = anew;
        this.derivations = derivations;
        this.out = out;
        present.each(anew.economy(), e -> {
            latest.put(e.key(), e);
            return true;
        });
        this.figures = new StoredFigures(anew.economy(), beliefs, said, latest);
    }

    /** Has all estimators say what they say now, one after the other; what none of them says any more is withdrawn. */
    void of(List<Estimator> estimators) {
        for (Estimator estimator : estimators) {
            for (Estimate estimate : estimator.estimates(figures)) {
                made.add(estimate.key());
                says(derivations.lifted(estimate), estimate.knownFrom(anew.since()));
            }
        }
        List<Estimate> before = List.copyOf(latest.values());
        for (Estimate gone : before) {
            if (gone.inputs() > 0 && isComposed(gone.key()) && !made.contains(gone.key())) {
                Estimate withdrawn = Estimate.withdrawn(gone.key(), anew.since(), gone.model(), gone.unit());
                says(withdrawn, withdrawn);
            }
        }
    }

    /** Penetration has an end of its own, and so have projections. */
    private boolean isComposed(EstimateKey key) {
        return place == StorePlace.PANELS
                ? !key.measure().equals(ProjectionPool.MEASURE)
                : !PenetrationEstimator.makesMeasure(key.measure());
    }

    private void says(Estimate asKnown, Estimate fromNowOn) {
        Estimate before = latest.get(asKnown.key());
        if (asKnown.equals(before)) {
            return;
        }
        derivations.floor(asKnown.key(), anew.since());
        latest.put(fromNowOn.key(), fromNowOn);
        out.take(fromNowOn);
        if (before != null && News.isMove(before, fromNowOn)) {
            out.take(News.because(anew.line(), before, fromNowOn));
        }
    }
}
