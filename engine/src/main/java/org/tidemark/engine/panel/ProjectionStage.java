package org.tidemark.engine.panel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.engine.publish.EstimateOutlet;
import org.tidemark.engine.store.DerivationStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.PooledFigureStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.Tables;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Measurement;
import org.tidemark.news.NewsLine;
import org.tidemark.news.ProjectionNews;
import org.tidemark.projection.PoolFigure;
import org.tidemark.projection.ProjectionPool;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;
import org.tidemark.wire.Codecs;

/**
 * Keeps the projection of each economy that leans on the others of its concept. It crosses economies, so it is asked only
 * when an instant is over on every partition. The pools are in the heap, and worked out anew from their figures when they
 * are not there.
 */
public final class ProjectionStage {
    private final PooledFigures figures;
    private final PooledFigureStore store;
    private final LatestEstimateStore latest;
    private final DerivationStore derivations;
    private final EstimateOutlet out;
    private final ScoreStage scores;
    private final Map<String, ProjectionPool> pools = new HashMap<>();

    /**
     * One for the one partition.
     *
     * @param tables those of the task
     * @param out takes each projection, and why it moved
     */
    public ProjectionStage(Catalogue catalogue, Codecs codecs, Tables tables, EstimateOutlet out) {
        this.figures = new PooledFigures(catalogue);
        this.store = new PooledFigureStore(tables, codecs);
        this.latest = LatestEstimateStore.reading(tables, StorePlace.PANELS, codecs);
        this.derivations = new DerivationStore(tables, StorePlace.PANELS);
        this.scores = new ScoreStage(tables);
        this.out = out;
    }

    /** The changes of one concept at one instant, by economy, and how each figure is read now. */
    private static final class Act {
        private final SortedMap<String, SortedMap<ValueChange, @Nullable PoolFigure>> byEconomy = new TreeMap<>();
        private String unit = "";

        private void add(ValueChange change, Indicator indicator, @Nullable PoolFigure now) {
            byEconomy
                    .computeIfAbsent(
                            change.figure().series().economy(),
                            e -> new TreeMap<>(Comparator.comparing(ValueChange::figure)))
                    .put(change, now);
            unit = unit.isEmpty() || unit.compareTo(indicator.unit()) > 0 ? indicator.unit() : unit;
        }

        private void into(ProjectionPool pool) {
            byEconomy.forEach((economy, its) -> {
                List<PoolFigure> changed = new ArrayList<>();
                List<FigureId> gone = new ArrayList<>();
                its.forEach((change, now) -> {
                    if (now == null) {
                        gone.add(change.figure());
                    } else {
                        changed.add(now);
                    }
                });
                pool.take(economy, changed, gone, unit);
            });
        }

        /** The figures of an economy that nothing was believed of before, in the order of folding. */
        private static List<Measurement> firstSaid(SortedMap<ValueChange, @Nullable PoolFigure> its) {
            List<Measurement> first = new ArrayList<>();
            its.forEach((change, now) -> {
                Measurement reading = now == null ? null : now.reading();
                if (change.before().since() == null && reading != null) {
                    first.add(reading);
                }
            });
            first.sort(Comparator.comparingDouble(Measurement::time));
            return first;
        }
    }

    /** Takes in what an instant has changed, of whatever economies. */
    void applied(List<ValueChange> changes, Instant at) {
        acts(changes).forEach((concept, act) -> {
            ProjectionPool pool = pools.computeIfAbsent(concept, this::held);
            Map<String, ProjectionPool.History> before = new HashMap<>();
            act.byEconomy.keySet().forEach(e -> before.put(e, pool.history(e)));
            act.byEconomy.values().forEach(its -> its.keySet().forEach(change -> store.put(concept, change)));
            act.into(pool);
            for (String economy : pool.economies()) {
                ProjectionPool.History was = before.get(economy);
                update(
                        pool,
                        economy,
                        was == null ? pool.history(economy) : was,
                        act.byEconomy.getOrDefault(economy, new TreeMap<>(Comparator.comparing(ValueChange::figure))));
            }
            act.byEconomy.forEach((economy, its) -> scores.applied(concept, economy, pool, at, Act.firstSaid(its)));
        });
    }

    private SortedMap<String, Act> acts(List<ValueChange> changes) {
        SortedMap<String, Act> acts = new TreeMap<>();
        for (ValueChange change : changes) {
            Indicator indicator = figures.read(change.figure());
            if (indicator != null) {
                acts.computeIfAbsent(indicator.concept(), c -> new Act())
                        .add(change, indicator, figures.after(change, indicator));
            }
        }
        return acts;
    }

    private ProjectionPool held(String concept) {
        ProjectionPool pool = figures.pool(concept);
        List<ValueChange> all = new ArrayList<>();
        store.each(concept, all::add);
        Act act = acts(all).get(concept);
        if (act != null) {
            act.into(pool);
        }
        return pool;
    }

    private void update(
            ProjectionPool pool,
            String economy,
            ProjectionPool.History history,
            SortedMap<ValueChange, @Nullable PoolFigure> own) {
        EstimateKey key = pool.key(economy);
        Estimate before = latest.of(key).orElse(null);
        Estimate after = pool.projected(economy).map(derivations::lifted).orElse(null);
        if (after == null) {
            if (before != null && before.inputs() > 0) {
                Instant since =
                        own.isEmpty() ? before.asOf() : own.firstKey().batch().published();
                out.take(derivations.lifted(Estimate.withdrawn(key, since, before.model(), before.unit())));
            }
            return;
        }
        if (!after.equals(before)) {
            out.take(after);
            if (before != null && ProjectionNews.isMove(before, after)) {
                out.take(ProjectionNews.of(before, after, history, own));
            }
        }
    }

    /** Derives every projection anew from all figures. */
    void rederived(Instant since, NewsLine.Kind line, List<ValueChange> all) {
        pools.clear();
        store.clear();
        SortedMap<String, Act> acts = acts(all);
        SortedSet<EstimateKey> made = new TreeSet<>();
        acts.forEach((concept, act) -> {
            act.byEconomy.values().forEach(its -> its.keySet().forEach(change -> store.put(concept, change)));
            ProjectionPool pool = pools.computeIfAbsent(concept, this::held);
            pool.economies().forEach(economy -> pool.projected(economy).ifPresent(estimate -> {
                made.add(estimate.key());
                say(derivations.lifted(estimate), estimate.knownFrom(since), since, line);
            }));
        });
        List<Estimate> gone = new ArrayList<>();
        latest.each(null, last -> {
            if (isMade(last.key()) && last.inputs() > 0 && !made.contains(last.key())) {
                gone.add(Estimate.withdrawn(last.key(), since, last.model(), last.unit()));
            }
            return true;
        });
        gone.forEach(estimate -> say(estimate, estimate, since, line));
    }

    private void say(Estimate asKnown, Estimate fromNowOn, Instant since, NewsLine.Kind line) {
        Estimate before = latest.of(asKnown.key()).orElse(null);
        if (asKnown.equals(before)) {
            return;
        }
        derivations.floor(asKnown.key(), since);
        out.take(fromNowOn);
        if (before != null && ProjectionNews.isMove(before, fromNowOn)) {
            out.take(ProjectionNews.because(line, before, fromNowOn));
        }
    }

    /** Whether an estimate is one of these. */
    static boolean isMade(EstimateKey key) {
        return Objects.equals(key.measure(), ProjectionPool.MEASURE);
    }
}
