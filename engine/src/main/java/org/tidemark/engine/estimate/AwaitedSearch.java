package org.tidemark.engine.estimate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertKey;
import org.tidemark.awaited.AlertOdds;
import org.tidemark.awaited.Awaited;
import org.tidemark.awaited.AwaitedLevel;
import org.tidemark.awaited.Prospect;
import org.tidemark.awaited.Wanted;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.engine.compose.Estimators;
import org.tidemark.engine.panel.AwaitedPanels;
import org.tidemark.engine.panel.AwaitedPools;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.FirstSaidStore;
import org.tidemark.engine.store.Histories;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.StandingStore;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.figures.Estimator;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.Vintage;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.wire.Codecs;

/** What the estimates of an economy await, worked out of its vintages when it is asked for; nothing of it is stored. */
public final class AwaitedSearch {
    private static final Comparator<Awaited> ORDER = Comparator.comparing(
                    (Awaited awaited) -> awaited.release().cell())
            .thenComparing(awaited -> awaited.release().source());

    private final Catalogue catalogue;
    private final Wanted wanted;
    private final List<Estimator> estimators;
    private final FigureStore figures;
    private final EstimateStore history;
    private final LatestEstimateStore latest;
    private final TableReaders tables;
    private final StandingStore standings;
    private final AwaitedPanels panels;
    private final AwaitedPools pools;
    private final KnownProspects known;

    /**
     * A question to some tables.
     *
     * @param known what was worked out before
     */
    public AwaitedSearch(Catalogue catalogue, TableReaders tables, Codecs codecs, Wanted wanted, KnownProspects known) {
        this.known = known;
        this.catalogue = catalogue;
        this.wanted = wanted;
        estimators = Estimators.of(catalogue);
        figures = FigureStore.reading(tables, codecs);
        history = EstimateStore.reading(tables, codecs);
        latest = LatestEstimateStore.reading(tables, codecs);
        this.tables = tables;
        standings = StandingStore.reading(tables, codecs);
        panels = new AwaitedPanels(catalogue, tables, codecs, wanted);
        pools = new AwaitedPools(catalogue, tables, codecs, wanted);
    }

    /** The economies that may await something, in order. */
    public SortedSet<String> economies() {
        SortedSet<String> economies = new TreeSet<>(panels.scopes());
        economies.addAll(pools.economies());
        economies.addAll(figures.economies());
        economies.removeIf(wanted.economy().negate());
        return economies;
    }

    /** Hands over what the estimates of an economy await, in the order of their keys, then of the sources. */
    public void ofEconomy(String economy, Consumer<Awaited> consumer) {
        List<Awaited> all = new ArrayList<>();
        if (wanted.measure().test(PenetrationReport.MEASURE)) {
            AwaitedCells cells = new AwaitedCells(catalogue);
            gather(economy, cells::put);
            cells.each(wanted.today(), all::add);
        }
        if (estimators.stream().anyMatch(e -> e.measures().stream().anyMatch(wanted.measure()))) {
            AwaitedComposed composed = new AwaitedComposed(catalogue, economy);
            gather(economy, composed::put);
            fillFirstSaid(economy, composed);
            composed.each(estimators, wanted, all::add);
        }
        panels.of(economy, all::add);
        all.addAll(pools.of(economy));
        all.stream()
                .filter(awaited -> wanted.source().test(awaited.release().source()))
                .filter(awaited ->
                        wanted.measure().test(awaited.release().cell().measure()))
                .sorted(ORDER)
                .forEach(consumer);
    }

    private void gather(String economy, Gatherer into) {
        boolean unused = figures.figuresWhile(economy, vintages -> {
            put(into, vintages);
            return true;
        });
    }

    /** Takes a figure, what is believed of it, and all that was said of it by the day. */
    private interface Gatherer {
        void put(FigureId figure, CurrentValue belief, Collection<Observation> vintages);
    }

    private void fillFirstSaid(String economy, AwaitedComposed composed) {
        latest.each(economy, estimate -> {
            EstimateKey key = estimate.key();
            if (estimators.stream().anyMatch(e -> e.remembered().contains(key.measure()))) {
                FirstSaidStore.read(tables, key, composed.held());
            }
            return true;
        });
    }

    /**
     * What a release is worth to its estimate, and what it would do to its alerts as they stand now: how they stood on a
     * past day is kept by nobody.
     */
    public Prospect prospect(Awaited awaited) {
        EstimateKey key = awaited.release().cell();
        List<AlertOdds.Watch> rules = catalogue.recipes().alerts().all().stream()
                .filter(rule -> rule.watches(key.economy(), key.sector(), key.measure(), key.concept()))
                .map(rule -> watch(rule, key))
                .toList();
        AlertOdds.Asked alerts =
                new AlertOdds.Asked(rules, yearBefore(key, awaited.release().at()));
        // Of what else is awaited the courses were gone through before it was handed over.
        return awaited instanceof AwaitedLevel level ? known.of(level, alerts) : awaited.prospect(alerts);
    }

    private AlertOdds.Watch watch(AlertRule rule, EstimateKey key) {
        AlertKey alert = new AlertKey(rule.id(), key.economy(), key.sector(), key.concept(), "");
        return new AlertOdds.Watch(rule, standings.of(alert));
    }

    private @Nullable Estimate yearBefore(EstimateKey key, Instant at) {
        return history.asOf(key, at.atOffset(ZoneOffset.UTC).minusYears(1).toInstant());
    }

    private void put(Gatherer into, List<Held> vintages) {
        FigureId figure = vintages.get(0).observation().figure();
        Vintage then = Histories.takenBack(vintages).asOf(wanted.asOf(), tolerance(figure));
        if (then != null) {
            List<Observation> known = vintages.stream()
                    .map(Held::observation)
                    .filter(o -> !o.published().isAfter(wanted.asOf()))
                    .toList();
            into.put(figure, new CurrentValue(then.value(), then.standardError(), then.published()), known);
        }
    }

    private double tolerance(FigureId figure) {
        return catalogue
                .indicator(figure.series().indicator())
                .map(Indicator::tolerance)
                .orElse(0.0);
    }
}
