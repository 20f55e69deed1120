package org.tidemark.streams.compose;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Thinning;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.Estimator;
import org.tidemark.news.News;
import org.tidemark.revise.Belief;
import org.tidemark.revise.Change;
import org.tidemark.series.FigureId;
import org.tidemark.streams.rederive.Rederived;
import org.tidemark.streams.revise.InstantApplied;
import org.tidemark.streams.state.BeliefStore;
import org.tidemark.streams.state.DerivationStore;
import org.tidemark.streams.state.FirstSaidStore;
import org.tidemark.streams.state.LatestEstimateStore;
import org.tidemark.streams.state.StorePlace;
import org.tidemark.wire.Codecs;

/**
 * Keeps the estimates that are made of several indicators: one update for all releases of one instant, after penetration
 * has had its own. Each estimator computes anew from all that is believed, so that the result is a function of that alone.
 */
public final class ComposeProcessor implements Processor<String, Object, EstimateKey, Object> {
    private final StorePlace place;
    private final Catalogue catalogue;
    private final Codecs codecs;
    private final List<Estimator> estimators;
    private final List<String> news;
    private final Map<String, Boolean> read = new HashMap<>();
    private @Nullable ProcessorContext<EstimateKey, Object> context;
    private @Nullable BeliefStore beliefs;
    private @Nullable FirstSaidStore said;
    private @Nullable LatestEstimateStore present;
    private @Nullable DerivationStore derivations;

    /**
     * Says what is composed.
     *
     * @param place of the stores
     * @param estimators in the order in which one may rest on another's estimates
     * @param news the children that take news; estimates go to all of them
     */
    public ComposeProcessor(
            StorePlace place, Catalogue catalogue, Codecs codecs, List<Estimator> estimators, List<String> news) {
        this.place = place;
        this.catalogue = catalogue;
        this.codecs = codecs;
        this.estimators = List.copyOf(estimators);
        this.news = List.copyOf(news);
    }

    @Override
    public void init(ProcessorContext<EstimateKey, Object> context) {
        this.context = context;
        beliefs = new BeliefStore(context.getStateStore(place.of(BeliefStore.NAME)));
        derivations = new DerivationStore(context.getStateStore(place.of(DerivationStore.NAME)));
        said = new FirstSaidStore(context.getStateStore(place.of(FirstSaidStore.NAME)));
        KeyValueStore<Bytes, byte[]> latest = context.getStateStore(place.of(LatestEstimateStore.NAME));
        present = LatestEstimateStore.reading(latest, codecs);
    }

    @Override
    public void process(Record<String, Object> record) {
        if (record.value() instanceof Rederived anew) {
            derive(anew);
        } else if (record.value() instanceof InstantApplied instant) {
            process(instant);
        }
    }

    private void derive(Rederived anew) {
        BeliefStore store = Objects.requireNonNull(beliefs);
        List<FigureId> kept = anew.figures().stream()
                .filter(this::isKept)
                .peek(this::take)
                .map(Change::figure)
                .toList();
        store.retain(anew.economy(), kept);
        new Recomposition(
                        place,
                        anew,
                        store,
                        Objects.requireNonNull(said),
                        Objects.requireNonNull(present),
                        Objects.requireNonNull(derivations),
                        outlet())
                .of(estimators);
    }

    private boolean isKept(Change change) {
        String indicator = change.figure().series().indicator();
        return isRead(indicator) && thinning(indicator).keeps(change.figure().period());
    }

    private void process(InstantApplied instant) {
        List<Change> changed = instant.changes().stream().filter(this::take).toList();
        if (!changed.isEmpty()) {
            compose(instant, changed);
        }
    }

    /** Returns whether it changed something that is read. */
    private boolean take(Change change) {
        if (!isKept(change)) {
            return false;
        }
        FigureId figure = change.figure();
        BeliefStore store = Objects.requireNonNull(beliefs);
        Belief after = change.after();
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

    private void compose(InstantApplied instant, List<Change> changed) {
        SortedSet<String> indicators = new TreeSet<>();
        changed.forEach(change -> indicators.add(change.figure().series().indicator()));
        Composition composition = new Composition(
                instant,
                changed,
                catalogue.recipes().releases(),
                Objects.requireNonNull(beliefs),
                Objects.requireNonNull(said),
                Objects.requireNonNull(present),
                Objects.requireNonNull(derivations),
                outlet());
        for (Estimator estimator : estimators) {
            if (indicators.stream().anyMatch(estimator::reads)) {
                composition.ask(estimator);
            }
        }
    }

    private Composition.Outlet outlet() {
        return new Composition.Outlet() {
            @Override
            public void take(Estimate estimate) {
                Objects.requireNonNull(context).forward(record(estimate.key(), estimate, estimate.asOf()));
            }

            @Override
            public void take(News told) {
                news.forEach(
                        child -> Objects.requireNonNull(context).forward(record(told.key(), told, told.asOf()), child));
            }
        };
    }

    private static Record<EstimateKey, Object> record(EstimateKey key, Object value, Instant asOf) {
        return new Record<>(key, value, asOf.toEpochMilli());
    }
}
