package org.tidemark.streams.compose;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.figures.Estimator;
import org.tidemark.streams.revise.InstantApplied;
import org.tidemark.streams.state.BeliefStore;
import org.tidemark.streams.state.FirstSaidStore;
import org.tidemark.streams.state.LatestEstimateStore;

/** One update of the composed estimates of one economy: made for that one act, thrown away after it. */
final class Composition {
    private final InstantApplied instant;
    private final FirstSaidStore said;
    private final SortedMap<EstimateKey, Estimate> latest = new TreeMap<>();
    private final StoredFigures figures;
    private final Consumer<Estimate> out;

    /**
     * Looks at what is believed and what was said last.
     *
     * @param out takes each estimate that says something else than the last of its key
     */
    Composition(
            InstantApplied instant,
            BeliefStore beliefs,
            FirstSaidStore said,
            LatestEstimateStore present,
            Consumer<Estimate> out) {
        this.instant = instant;
        this.said = said;
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
        for (Estimate estimate : estimator.estimates(figures)) {
            returned.add(estimate.key());
            if (says(estimate) && estimator.remembered().contains(estimate.key().measure())) {
                remember(estimate);
            }
        }
        for (Estimate gone : before) {
            if (!returned.contains(gone.key())) {
                boolean unused = says(Estimate.withdrawn(gone.key(), instant.published(), gone.model(), gone.unit()));
            }
        }
    }

    private boolean says(Estimate estimate) {
        if (estimate.equals(latest.put(estimate.key(), estimate))) {
            return false;
        }
        out.accept(estimate);
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
