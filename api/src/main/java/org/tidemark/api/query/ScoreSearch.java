package org.tidemark.api.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tidemark.accuracy.ConceptScores;
import org.tidemark.accuracy.FrozenScores;
import org.tidemark.accuracy.HorizonScore;
import org.tidemark.accuracy.KnownFigures;
import org.tidemark.accuracy.MaturedProjection;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.engine.estimate.KnownCells;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.Histories;
import org.tidemark.engine.store.MaturedProjectionStore;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.Vintage;
import org.tidemark.revise.WithdrawalResult;
import org.tidemark.series.FigureId;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/**
 * How projections came true: of all economies of a concept as it is kept, then of each cell, worked out of the vintages that
 * were known when each projection was made.
 */
final class ScoreSearch implements Walk<ScoreRow> {
    private final SmoothedQuery query;
    private final Catalogue catalogue;
    private final FigureStore figures;
    private final MaturedProjectionStore matured;

    ScoreSearch(SmoothedQuery query, Catalogue catalogue, StoreAccess stores, Codecs codecs) {
        this.query = query;
        this.catalogue = catalogue;
        figures = FigureStore.reading(stores, codecs);
        matured = MaturedProjectionStore.reading(stores);
    }

    /** All that was ever said of a figure of adoption. */
    private record Said(FigureId figure, WithdrawalResult vintages, double tolerance) {}

    @Override
    public void each(Predicate<ScoreRow> wantsMore) {
        if (!query.economies().areAll() || ofConcepts(wantsMore)) {
            query.economies().eachInTurn(figures::economies, this::ofEconomy, wantsMore);
        }
    }

    /** All economies of each concept together, whose score is kept as it comes. */
    private boolean ofConcepts(Predicate<ScoreRow> wantsMore) {
        boolean[] more = {true};
        matured.each(query.concept(), query.asOf(), (concept, its) -> {
            MaturedProjection first = its.get(0);
            ScoreRow row = ScoreRow.of(concept, first.measure(), ConceptScores.of(its));
            more[0] = !query.asksFor(row.key()) || wantsMore.test(row);
            return more[0];
        });
        return more[0];
    }

    private boolean ofEconomy(String economy, Predicate<ScoreRow> wantsMore) {
        List<Said> said = new ArrayList<>();
        NavigableSet<Instant> instants = new TreeSet<>();
        boolean unused = figures.figuresWhile(economy, vintages -> {
            add(vintages, said, instants);
            return true;
        });
        for (Map.Entry<EstimateKey, List<KnownFigures>> cell :
                known(said, instants).entrySet()) {
            for (HorizonScore score : FrozenScores.of(cell.getValue())) {
                if (!wantsMore.test(ScoreRow.of(cell.getKey(), score))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void add(List<Held> vintages, List<Said> said, NavigableSet<Instant> instants) {
        FigureId figure = vintages.get(0).observation().figure();
        Indicator indicator = catalogue
                .indicator(figure.series().indicator())
                .filter(i -> i.role() == Role.ADOPTION && i.thinning().keeps(figure.period()))
                .orElse(null);
        if (indicator != null
                && query.asksFor(new EstimateKey(
                        figure.series().economy(),
                        figure.series().sector(),
                        PenetrationReport.MEASURE,
                        indicator.concept()))) {
            said.add(new Said(figure, Histories.takenBack(vintages), indicator.tolerance()));
            vintages.stream()
                    .map(held -> held.vintage().published())
                    .filter(at -> !at.isAfter(query.asOf()))
                    .forEach(instants::add);
        }
    }

    private SortedMap<EstimateKey, List<KnownFigures>> known(List<Said> said, NavigableSet<Instant> instants) {
        SortedMap<EstimateKey, List<KnownFigures>> known = new TreeMap<>();
        for (Instant instant : instants) {
            KnownCells cells = new KnownCells(catalogue);
            for (Said one : said) {
                Vintage then = one.vintages().asOf(instant, one.tolerance());
                if (then != null) {
                    cells.put(one.figure(), new CurrentValue(then.value(), then.standardError(), then.published()));
                }
            }
            cells.each((key, its) ->
                    known.computeIfAbsent(key, k -> new ArrayList<>()).add(new KnownFigures(instant, its)));
        }
        return known;
    }
}
