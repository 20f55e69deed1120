package org.tidemark.producers.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.producers.StatedFigure;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/**
 * Figures of aggregates once more as those of the economies that they stand for, so that the estimates of an economy are
 * made of its own partition alone. A function of one file and the catalogue: the same file again sends the same,
 * whatever came before it.
 */
final class AggregateProxies {
    private final List<StatedFigure> stated;
    private final Map<SeriesId, List<String>> others = new HashMap<>();
    private long count;

    /**
     * Finds what is to be copied, and copies nothing yet.
     *
     * @param stated the figures of one source in one file
     */
    AggregateProxies(List<StatedFigure> stated, Catalogue catalogue) {
        this.stated = stated;
        stated.forEach(f -> others.computeIfAbsent(f.figure().series(), series -> others(series, catalogue)));
        // An economy that the file has a series of its own for needs nobody to stand for it.
        others.replaceAll((series, economies) -> economies.stream()
                .filter(economy -> !others.containsKey(of(economy, series)))
                .toList());
        stated.forEach(f -> count += others(f).size());
    }

    private static List<String> others(SeriesId series, Catalogue catalogue) {
        return catalogue
                .indicator(series.indicator())
                .map(Indicator::standsFor)
                .map(standsFor -> standsFor.get(series.economy()))
                .orElse(List.of());
    }

    private List<String> others(StatedFigure figure) {
        return others.getOrDefault(figure.figure().series(), List.of());
    }

    private static SeriesId of(String economy, SeriesId series) {
        return new SeriesId(series.indicator(), economy, series.sector(), series.source());
    }

    /** How many copies there are to be made. */
    long count() {
        return count;
    }

    /** The figures in their order, each with its copies right behind it. */
    List<StatedFigure> inserted(UnaryOperator<StatedFigure> shared) {
        if (count == 0) {
            return stated;
        }
        List<StatedFigure> all = new ArrayList<>();
        for (StatedFigure figure : stated) {
            all.add(figure);
            others(figure).forEach(economy -> all.add(shared.apply(copy(figure, economy))));
        }
        return all;
    }

    private static StatedFigure copy(StatedFigure f, String economy) {
        SeriesId series = f.figure().series();
        String stands = "figure of %s, taken to stand for %s".formatted(series.economy(), economy);
        return new StatedFigure(
                new FigureId(of(economy, series), f.figure().period()),
                f.value(),
                f.standardError(),
                f.unit(),
                f.status(),
                f.stated(),
                f.usual(),
                f.release(),
                f.note() == null ? stands : stands + "; " + f.note(),
                f.where());
    }
}
