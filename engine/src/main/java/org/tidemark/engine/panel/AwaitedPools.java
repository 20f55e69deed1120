package org.tidemark.engine.panel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.awaited.Awaited;
import org.tidemark.awaited.AwaitedPool;
import org.tidemark.awaited.Wanted;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.engine.store.PooledFigureStore;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.projection.PoolFigure;
import org.tidemark.projection.ProjectionPool;
import org.tidemark.revise.ValueChange;
import org.tidemark.wire.Codecs;

/**
 * What pooled projections await, by economy: worked out once for all that are asked for, since the release of one economy
 * moves the others. Of a day before the last change of a pool nothing is told.
 */
public final class AwaitedPools {
    private final Catalogue catalogue;
    private final Wanted wanted;
    private final PooledFigures figures;
    private final PooledFigureStore store;
    private final PanelDays days;
    private @Nullable SortedMap<String, List<Awaited>> found;

    /** What is asked for of the pools in some tables. */
    public AwaitedPools(Catalogue catalogue, TableReaders tables, Codecs codecs, Wanted wanted) {
        this.catalogue = catalogue;
        this.wanted = wanted;
        this.figures = new PooledFigures(catalogue);
        this.store = PooledFigureStore.reading(tables, codecs);
        this.days = new PanelDays(catalogue, tables);
    }

    /** The economies of which something is awaited. */
    public SortedSet<String> economies() {
        return new TreeSet<>(found().keySet());
    }

    /** What the projections of an economy await. */
    public List<Awaited> of(String economy) {
        return found().getOrDefault(economy, List.of());
    }

    private SortedMap<String, List<Awaited>> found() {
        SortedMap<String, List<Awaited>> worked = found;
        if (worked == null) {
            worked = new TreeMap<>();
            if (wanted.measure().test(ProjectionPool.MEASURE)) {
                workOut(worked);
            }
            found = worked;
        }
        return worked;
    }

    private void workOut(SortedMap<String, List<Awaited>> into) {
        SortedMap<String, Concept> concepts = new TreeMap<>();
        store.each(change -> {
            Indicator indicator = figures.read(change.figure());
            if (indicator != null) {
                concepts.computeIfAbsent(indicator.concept(), c -> new Concept())
                        .add(change, indicator);
            }
        });
        concepts.forEach((name, concept) -> {
            if (concept.known.values().stream().noneMatch(its -> its.last().isAfter(wanted.asOf()))) {
                workOut(figures.pool(name), concept, into);
            }
        });
    }

    private void workOut(ProjectionPool pool, Concept concept, SortedMap<String, List<Awaited>> into) {
        List<PoolFigure> all = new ArrayList<>();
        concept.byEconomy.forEach((economy, its) -> {
            pool.take(economy, its, List.of(), concept.unit);
            all.addAll(its);
        });
        AwaitedPool awaited = new AwaitedPool(catalogue, pool, all);
        concept.known.forEach((source, instants) -> {
            if (wanted.source().test(source)) {
                days.next(source, instants)
                        .ifPresent(next ->
                                awaited.of(source, next, wanted.today(), wanted.economy(), one -> into.computeIfAbsent(
                                                one.release().cell().economy(), e -> new ArrayList<>())
                                        .add(one)));
            }
        });
    }

    /** The figures of one concept, while they are gathered. */
    private final class Concept {
        private final SortedMap<String, List<PoolFigure>> byEconomy = new TreeMap<>();
        private final SortedMap<String, SortedSet<Instant>> known = new TreeMap<>();
        private String unit = "";

        private void add(ValueChange change, Indicator indicator) {
            PoolFigure figure = figures.after(change, indicator);
            if (figure == null) {
                return;
            }
            byEconomy
                    .computeIfAbsent(change.figure().series().economy(), e -> new ArrayList<>())
                    .add(figure);
            known.computeIfAbsent(change.figure().series().source(), s -> new TreeSet<>())
                    .add(figure.since());
            unit = unit.isEmpty() || unit.compareTo(indicator.unit()) > 0 ? indicator.unit() : unit;
        }
    }
}
