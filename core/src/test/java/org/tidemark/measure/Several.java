package org.tidemark.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Outlook;
import org.tidemark.series.FigureId;

/** The recipes of a catalogue that make one measure, asked as one. */
public record Several(List<MeasureEstimator> each) implements Estimator {
    /** Of groups of sectors. */
    public static Several contrasts(Catalogue catalogue) {
        return of(MeasureEstimator.ofEconomies(catalogue), GroupContrasts.GAP);
    }

    /** Of panels of economies. */
    public static Several divergences(Catalogue catalogue) {
        return of(MeasureEstimator.ofPanels(catalogue), Divergence.VERDICT);
    }

    private static Several of(List<MeasureEstimator> all, String measure) {
        return new Several(
                all.stream().filter(e -> e.measures().contains(measure)).toList());
    }

    @Override
    public Set<String> measures() {
        Set<String> measures = new TreeSet<>();
        each.forEach(e -> measures.addAll(e.measures()));
        return measures;
    }

    @Override
    public boolean makes(EstimateKey key) {
        return each.stream().anyMatch(e -> e.makes(key));
    }

    @Override
    public boolean reads(String indicator) {
        return each.stream().anyMatch(e -> e.reads(indicator));
    }

    @Override
    public List<Estimate> estimates(EconomyFigures figures) {
        List<Estimate> all = new ArrayList<>();
        each.forEach(e -> all.addAll(e.estimates(figures)));
        all.sort(Comparator.comparing(Estimate::key));
        return all;
    }

    @Override
    public Outlook outlook(EconomyFigures held, Outlook.Question question) {
        Map<EstimateKey, Double> levels = new HashMap<>();
        Map<FigureId, Double> expected = new HashMap<>(Outlook.last(held, question.figures()));
        Map<FigureId, Double> last = Map.copyOf(expected);
        for (MeasureEstimator one : each) {
            Outlook its = one.outlook(held, question);
            levels.putAll(its.levels());
            its.figures().forEach((id, value) -> {
                if (!value.equals(last.get(id))) {
                    expected.put(id, value);
                }
            });
        }
        return new Outlook(levels, expected);
    }
}
