package org.tidemark.engine.estimate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertKey;
import org.tidemark.awaited.AlertOdds;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.Histories;
import org.tidemark.engine.store.StandingStore;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.Vintage;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.wire.Codecs;

/** What the estimates of an economy await, worked out of its vintages when it is asked for; nothing of it is stored. */
public final class AwaitedSearch {
    private final Catalogue catalogue;
    private final FigureStore figures;
    private final EstimateStore history;
    private final StandingStore standings;

    /** One over some tables. */
    public AwaitedSearch(Catalogue catalogue, TableReaders tables, Codecs codecs) {
        this.catalogue = catalogue;
        figures = FigureStore.reading(tables, codecs);
        history = EstimateStore.reading(tables, codecs);
        standings = StandingStore.reading(tables, codecs);
    }

    /**
     * Hands over what each penetration of an economy awaits of each of its sources.
     *
     * @param asOf the instant that nothing is known after
     */
    public void ofEconomy(String economy, Instant asOf, Consumer<AwaitedRelease> consumer) {
        AwaitedCells cells = new AwaitedCells(catalogue);
        boolean unused = figures.figuresWhile(economy, vintages -> {
            put(cells, vintages, asOf);
            return true;
        });
        cells.each(LocalDate.ofInstant(asOf, ZoneOffset.UTC), consumer);
    }

    /**
     * What a release is worth to its estimate, and what it would do to its alerts as they stand now: how they stood on a
     * past day is kept by nobody.
     */
    public AwaitedRelease.Outlook outlook(AwaitedRelease release) {
        EstimateKey key = release.cell();
        List<AlertRule> rules = catalogue.recipes().alerts().all().stream()
                .filter(rule -> rule.watches(key.economy(), key.sector(), key.measure(), key.concept()))
                .toList();
        return release.outlook(new AlertOdds.Asked(
                rules,
                rule -> standings.of(new AlertKey(rule.id(), key.economy(), key.sector(), key.concept(), "")),
                yearBefore(key, release.at())));
    }

    private @Nullable Estimate yearBefore(EstimateKey key, Instant at) {
        return history.asOf(key, at.atOffset(ZoneOffset.UTC).minusYears(1).toInstant());
    }

    private void put(AwaitedCells cells, List<Held> vintages, Instant asOf) {
        FigureId figure = vintages.get(0).observation().figure();
        Vintage then = Histories.takenBack(vintages).asOf(asOf, tolerance(figure));
        if (then != null) {
            List<Observation> known = vintages.stream()
                    .map(Held::observation)
                    .filter(o -> !o.published().isAfter(asOf))
                    .toList();
            cells.put(figure, new CurrentValue(then.value(), then.standardError(), then.published()), known);
        }
    }

    private double tolerance(FigureId figure) {
        return catalogue
                .indicator(figure.series().indicator())
                .map(Indicator::tolerance)
                .orElse(0.0);
    }
}
