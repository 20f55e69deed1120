package org.tidemark.pool;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.PoolRecipe;
import org.tidemark.estimate.Measurement;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.FigureId;

/**
 * What one economy and sector holds of the concepts that pool.
 *
 * @param inOrder in the order in which they are folded
 * @param counts how many are of each instrument
 */
record PooledFigures(List<PooledFigure> inOrder, NavigableMap<Instrument, Integer> counts, Evidence evidence) {
    static PooledFigures of(
            EconomyFigures figures, String sector, PoolRecipe recipe, SortedMap<String, Indicator> indicators) {
        List<PooledFigure> all = new ArrayList<>();
        Evidence evidence = Evidence.NONE;
        for (Indicator indicator : indicators.values()) {
            for (FigureSeries series : figures.sources(indicator.id(), sector)) {
                List<Figure> used = new ArrayList<>();
                for (Figure figure : series.figures()) {
                    Measurement reading = PooledFigure.reading(figure, indicator, figures.economy());
                    if (reading != null) {
                        FigureId id = new FigureId(series.id(), figure.period());
                        Instrument by = Instrument.of(indicator.concept(), id, recipe.regimes());
                        all.add(new PooledFigure(by, id, reading));
                        used.add(figure);
                    }
                }
                evidence = evidence.with(series, used);
            }
        }
        return of(all, evidence);
    }

    /** Figures in any order. */
    static PooledFigures of(List<PooledFigure> figures, Evidence evidence) {
        List<PooledFigure> inOrder = new ArrayList<>(figures);
        inOrder.sort(PooledFigure.ORDER);
        NavigableMap<Instrument, Integer> counts = new TreeMap<>();
        inOrder.forEach(f -> counts.merge(f.instrument(), 1, Integer::sum));
        return new PooledFigures(List.copyOf(inOrder), counts, evidence);
    }

    Set<Instrument> instruments() {
        return counts.navigableKeySet();
    }

    /** How many are of a concept. */
    int count(String concept) {
        return counts.entrySet().stream()
                .filter(e -> e.getKey().concept().equals(concept))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** In their order. */
    Set<String> concepts() {
        Set<String> concepts = new LinkedHashSet<>();
        counts.keySet().forEach(i -> concepts.add(i.concept()));
        return concepts;
    }

    /**
     * The instrument that speaks for a concept: of the source with the most figures, the first by id where several have as
     * many, the definition that its series began with.
     */
    Instrument leading(String concept) {
        SortedMap<String, Integer> bySource = new TreeMap<>();
        counts.forEach((instrument, count) -> {
            if (instrument.concept().equals(concept)) {
                bySource.merge(instrument.source(), count, Integer::sum);
            }
        });
        String most = bySource.firstKey();
        for (Map.Entry<String, Integer> source : bySource.entrySet()) {
            most = source.getValue() > bySource.getOrDefault(most, 0) ? source.getKey() : most;
        }
        return Objects.requireNonNull(counts.ceilingKey(new Instrument(concept, most, null)));
    }
}
