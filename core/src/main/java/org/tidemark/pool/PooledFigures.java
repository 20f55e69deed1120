package org.tidemark.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.PoolRecipe;
import org.tidemark.estimate.Reading;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.FigureId;

/**
 * What one economy and sector holds of the concepts that pool.
 *
 * @param inOrder in the order in which they are folded
 */
record PooledFigures(List<PooledFigure> inOrder, Evidence evidence) {
    static PooledFigures of(
            EconomyFigures figures, String sector, PoolRecipe recipe, SortedMap<String, Indicator> indicators) {
        List<PooledFigure> all = new ArrayList<>();
        Evidence evidence = Evidence.NONE;
        for (Indicator indicator : indicators.values()) {
            for (FigureSeries series : figures.sources(indicator.id(), sector)) {
                List<Figure> used = new ArrayList<>();
                for (Figure figure : series.figures()) {
                    Reading reading = PooledFigure.reading(figure, indicator);
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
        all.sort(PooledFigure.ORDER);
        return new PooledFigures(List.copyOf(all), evidence);
    }

    NavigableSet<Instrument> instruments() {
        NavigableSet<Instrument> instruments = new TreeSet<>();
        inOrder.forEach(f -> instruments.add(f.instrument()));
        return instruments;
    }

    NavigableSet<String> concepts() {
        NavigableSet<String> concepts = new TreeSet<>();
        inOrder.forEach(f -> concepts.add(f.instrument().concept()));
        return concepts;
    }

    /**
     * The instrument that speaks for a concept: of the source with the most figures, the first by id where several have as
     * many, the definition that its series began with.
     */
    Instrument leading(String concept) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (PooledFigure figure : inOrder) {
            if (figure.instrument().concept().equals(concept)) {
                counts.merge(figure.instrument().source(), 1, Integer::sum);
            }
        }
        String most = counts.firstKey();
        for (String source : counts.keySet()) {
            most = counts.getOrDefault(source, 0) > counts.getOrDefault(most, 0) ? source : most;
        }
        return instruments().tailSet(new Instrument(concept, most, null)).first();
    }
}
