package org.tidemark.engine.compose;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Thinning;
import org.tidemark.engine.change.Derived;
import org.tidemark.engine.change.InstantApplied;
import org.tidemark.engine.change.Rederived;
import org.tidemark.engine.publish.EstimateOutlet;
import org.tidemark.engine.store.DerivationStore;
import org.tidemark.engine.store.FigureBeliefs;
import org.tidemark.engine.store.FirstSaidStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.Tables;
import org.tidemark.figures.Estimator;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;
import org.tidemark.wire.Codecs;

/**
 * Keeps the estimates that are made of several indicators: one update for all releases of one instant, after penetration
 * has had its own. Each estimator computes anew from all that is believed, so that the result is a function of that alone.
 */
public final class ComposeStage implements Derived {
    private final StorePlace place;
    private final Catalogue catalogue;
    private final List<Estimator> estimators;
    private final Map<String, Boolean> read = new HashMap<>();
    private final Beliefs beliefs;
    private final FirstSaidStore said;
    private final LatestEstimateStore present;
    private final DerivationStore derivations;
    private final EstimateOutlet out;

    /**
     * Says what is composed.
     *
     * @param beliefs where those figures are kept that it is told to keep
     * @param estimators in the order in which one may rest on another's estimates
     */
    public ComposeStage(
            StorePlace place,
            Catalogue catalogue,
            Codecs codecs,
            Tables tables,
            Function<Predicate<FigureId>, Beliefs> beliefs,
            List<Estimator> estimators,
            EstimateOutlet out) {
        this.place = place;
        this.catalogue = catalogue;
        this.estimators = List.copyOf(estimators);
        this.beliefs = beliefs.apply(this::isKept);
        this.said = new FirstSaidStore(tables, place);
        this.present = LatestEstimateStore.reading(tables, place, codecs);
        this.derivations = new DerivationStore(tables, place);
        this.out = out;
    }

    @Override
    public void rederived(Rederived anew) {
        FigureBeliefs store = beliefs.anew(anew.economy());
        List<FigureId> kept = anew.figures().stream()
                .filter(change -> isKept(change.figure()))
                .peek(change -> take(change, store))
                .map(ValueChange::figure)
                .toList();
        store.retain(anew.economy(), kept);
        new Recomposition(place, anew, store, said, present, derivations, out).of(estimators);
    }

    @Override
    public void applied(InstantApplied instant, Instant at) {
        FigureBeliefs store = beliefs.before(instant);
        List<ValueChange> changed =
                instant.changes().stream().filter(change -> take(change, store)).toList();
        if (!changed.isEmpty()) {
            compose(instant, changed, store);
        }
    }

    private boolean isKept(FigureId figure) {
        String indicator = figure.series().indicator();
        return isRead(indicator) && thinning(indicator).keeps(figure.period());
    }

    /** Returns whether it changed something that is read. */
    private boolean take(ValueChange change, FigureBeliefs store) {
        if (!isKept(change.figure())) {
            return false;
        }
        FigureId figure = change.figure();
        CurrentValue after = change.after();
        return after.since() == null
                ? store.remove(figure)
                : store.put(figure, after.value(), after.standardError(), after.since());
    }

    private boolean isRead(String indicator) {
        return read.computeIfAbsent(indicator, id -> estimators.stream().anyMatch(e -> e.reads(id)));
    }

    private Thinning thinning(String indicator) {
        return catalogue.indicator(indicator).map(i -> i.thinning()).orElse(Thinning.NONE);
    }

    private void compose(InstantApplied instant, List<ValueChange> changed, FigureBeliefs store) {
        SortedSet<String> indicators = new TreeSet<>();
        changed.forEach(change -> indicators.add(change.figure().series().indicator()));
        Composition composition = new Composition(
                instant, changed, catalogue.recipes().releases(), store, said, present, derivations, out);
        for (Estimator estimator : estimators) {
            if (indicators.stream().anyMatch(estimator::reads)) {
                composition.ask(estimator);
            }
        }
    }
}
