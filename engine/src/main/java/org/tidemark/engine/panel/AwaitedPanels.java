package org.tidemark.engine.panel;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tidemark.awaited.Awaited;
import org.tidemark.awaited.AwaitedEconomy;
import org.tidemark.awaited.Believed;
import org.tidemark.awaited.Wanted;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.engine.compose.Estimators;
import org.tidemark.engine.store.BeliefStore;
import org.tidemark.engine.store.FirstSaidStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.HeldFigures;
import org.tidemark.wire.Codecs;

/**
 * What the estimates across economies await. Of a panel no vintages are kept, but what is believed and since when: of a day
 * before the last change of it nothing is told.
 */
public final class AwaitedPanels {
    private final Catalogue catalogue;
    private final Wanted wanted;
    private final List<Estimator> estimators;
    private final TableReaders tables;
    private final BeliefStore beliefs;
    private final LatestEstimateStore latest;
    private final PanelDays days;

    /** What is asked for of what crosses economies in some tables. */
    public AwaitedPanels(Catalogue catalogue, TableReaders tables, Codecs codecs, Wanted wanted) {
        this.catalogue = catalogue;
        this.wanted = wanted;
        this.estimators = Estimators.ofPanels(catalogue);
        this.tables = tables;
        this.beliefs = BeliefStore.reading(tables);
        this.latest = LatestEstimateStore.reading(tables, codecs);
        this.days = new PanelDays(catalogue, tables);
    }

    /** The economies that stand for panels. */
    public SortedSet<String> scopes() {
        return catalogue.recipes().measures().panels().stream()
                .map(MeasureRecipe::economy)
                .filter(wanted.economy())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Hands over what the estimates of one panel await. */
    public void of(String scope, Consumer<Awaited> consumer) {
        HeldFigures held = new HeldFigures(scope);
        if (!isAsked() || !scopes().contains(scope)) {
            return;
        }
        beliefs.read(held);
        SortedMap<String, SortedSet<Instant>> known = known(held);
        boolean later = known.values().stream().anyMatch(its -> its.last().isAfter(wanted.asOf()));
        if (known.isEmpty() || later) {
            return;
        }
        fillFirstSaid(held);
        AwaitedEconomy panel = new AwaitedEconomy(catalogue, Believed.ofPanel(held, estimators, wanted.measure()));
        known.forEach((source, instants) -> {
            if (wanted.source().test(source)) {
                days.next(source, instants).ifPresent(next -> panel.of(source, next, wanted.today(), consumer));
            }
        });
    }

    private boolean isAsked() {
        return estimators.stream().anyMatch(e -> e.measures().stream().anyMatch(wanted.measure()));
    }

    private void fillFirstSaid(HeldFigures held) {
        latest.each(held.economy(), estimate -> {
            if (estimators.stream()
                    .anyMatch(e -> e.remembered().contains(estimate.key().measure()))) {
                FirstSaidStore.read(tables, estimate.key(), held);
            }
            return true;
        });
    }

    private static SortedMap<String, SortedSet<Instant>> known(HeldFigures held) {
        SortedMap<String, SortedSet<Instant>> known = new TreeMap<>();
        for (String indicator : held.indicators()) {
            for (String sector : held.sectors(indicator)) {
                for (FigureSeries series : held.sources(indicator, sector)) {
                    for (Figure figure : series.figures()) {
                        known.computeIfAbsent(series.id().source(), s -> new TreeSet<>())
                                .add(figure.since());
                    }
                }
            }
        }
        return known;
    }
}
