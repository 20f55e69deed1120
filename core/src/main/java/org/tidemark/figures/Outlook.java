package org.tidemark.figures;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/**
 * What an estimator expects before figures come, from what it holds.
 *
 * @param levels its numbers at P0D carried to a later period; of a key that is not named, the estimator has no dynamics
 * @param figures what it expects of figures, in their own unit; one that is not named, it expects nothing of
 */
public record Outlook(Map<EstimateKey, Double> levels, Map<FigureId, Double> figures) {
    public Outlook {
        levels = Map.copyOf(levels);
        figures = Map.copyOf(figures);
    }

    /**
     * What is asked.
     *
     * @param periods to which each estimate is to be carried; those that stay where they are are not named
     * @param figures that are not held yet, at most one of each period of a series
     */
    public record Question(Map<EstimateKey, Period> periods, List<FigureId> figures) {
        public Question {
            periods = Map.copyOf(periods);
            figures = List.copyOf(figures);
        }
    }

    /** Of an estimator without dynamics: each figure is expected to be the last before it in its series. */
    public static Outlook lasting(EconomyFigures held, Question question) {
        return new Outlook(Map.of(), last(held, question.figures()));
    }

    /** The last value before each figure in its own series; none of those that have none. */
    public static SortedMap<FigureId, Double> last(EconomyFigures held, Collection<FigureId> figures) {
        SortedMap<FigureId, Double> last = new TreeMap<>();
        for (FigureId id : figures) {
            held.sources(id.series().indicator(), id.series().sector()).stream()
                    .filter(series -> series.id().equals(id.series()))
                    .findFirst()
                    .flatMap(series -> series.before(id.period()))
                    .ifPresent(figure -> last.put(id, figure.value()));
        }
        return last;
    }
}
