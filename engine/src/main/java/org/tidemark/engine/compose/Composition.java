package org.tidemark.engine.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.catalogue.ReleaseRules;
import org.tidemark.engine.change.InstantApplied;
import org.tidemark.engine.publish.EstimateOutlet;
import org.tidemark.engine.store.DerivationStore;
import org.tidemark.engine.store.FigureBeliefs;
import org.tidemark.engine.store.FirstSaidStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.RecordedFigures;
import org.tidemark.news.ComposedNews;
import org.tidemark.news.ComposedNews.Moved;
import org.tidemark.news.News;
import org.tidemark.revise.ValueChange;

/** One update of the composed estimates of one economy: made for that one act, thrown away after it. */
final class Composition {
    private final InstantApplied instant;
    private final List<ValueChange> changes;
    private final ReleaseRules rules;
    private final FigureBeliefs beliefs;
    private final FirstSaidStore said;
    private final DerivationStore derivations;
    private final SortedMap<EstimateKey, Estimate> latest = new TreeMap<>();
    private final StoredFigures figures;
    private final EstimateOutlet out;

    /**
     * Looks at what is believed and what was said last.
     *
     * @param changes those of the instant that are believed, and read by some estimator
     * @param out takes each estimate that says something else than the last of its key, and then why
     */
    Composition(
            InstantApplied instant,
            List<ValueChange> changes,
            ReleaseRules rules,
            FigureBeliefs beliefs,
            FirstSaidStore said,
            LatestEstimateStore present,
            DerivationStore derivations,
            EstimateOutlet out) {
        this.instant = instant;
        this.changes = changes;
        this.rules = rules;
        this.beliefs = beliefs;
        this.said = said;
        this.derivations = derivations;
        this.out = out;
        present.each(instant.economy(), e -> {
            latest.put(e.key(), e);
            return true;
        });
        this.figures = new StoredFigures(instant.economy(), beliefs, said, latest);
    }

    /** Has an estimator say what it says now; what it said before and says no more is withdrawn. */
    void ask(Estimator estimator) {
        List<Estimate> before = latest.values().stream()
                .filter(e -> e.inputs() > 0 && estimator.makes(e.key()))
                .toList();
        SortedSet<EstimateKey> returned = new TreeSet<>();
        RecordedFigures asked = new RecordedFigures(figures);
        List<Moved> moved = new ArrayList<>();
        for (Estimate made : estimator.estimates(asked)) {
            Estimate estimate = derivations.lifted(made);
            returned.add(estimate.key());
            Estimate last = latest.get(estimate.key());
            if (last != null && News.isMove(last, estimate)) {
                moved.add(new Moved(last, estimate));
            }
            if (says(estimate) && estimator.remembered().contains(estimate.key().measure())) {
                remember(estimate);
            }
        }
        for (Estimate gone : before) {
            if (!returned.contains(gone.key())) {
                Estimate withdrawn = Estimate.withdrawn(gone.key(), instant.published(), gone.model(), gone.unit());
                boolean unused = says(derivations.lifted(withdrawn));
            }
        }
        new ComposedNews(estimator, instant.published(), asked, rules)
                .of(moved, changes, beliefs::read)
                .forEach(out::take);
    }

    private boolean says(Estimate estimate) {
        if (estimate.equals(latest.put(estimate.key(), estimate))) {
            return false;
        }
        out.take(estimate);
        return true;
    }

    /** What is dated by the usual lag is history that nobody said at its time. */
    private void remember(Estimate estimate) {
        if (instant.datedByLag()) {
            return;
        }
        estimate.levels().stream()
                .filter(level -> level.horizon() == Horizon.P0D)
                .forEach(level ->
                        said.say(estimate.key(), estimate.period(), level.band().value()));
    }
}
