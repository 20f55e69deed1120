package org.tidemark.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.PoolRecipe;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.PooledLevel;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/** What the pool of one economy and sector expects before figures come: its levels carried on, and each figure. */
final class PoolOutlook {
    /** Each figure behind the newest is one more state of the filter; of more than so many at once nothing is expected. */
    static final int LATE_MAX = 32;

    private static final double WHOLE = 100;

    private final PooledFigures figures;
    private final PoolRecipe recipe;
    private final SortedMap<String, Indicator> indicators;
    private final Biases biases;
    private final PooledLevel newest;

    /** Looks at a pool of two instruments or more. */
    PoolOutlook(String economy, PooledFigures figures, PoolRecipe recipe, SortedMap<String, Indicator> indicators) {
        this.figures = figures;
        this.recipe = recipe;
        this.indicators = indicators;
        this.biases = Biases.of(figures, recipe, economy);
        this.newest = PoolPath.of(figures, biases, recipe.noiseScale()).level();
    }

    /** Percent of a concept, carried to the middle of a period. */
    Map<EstimateKey, Double> levels(String sector, Map<EstimateKey, Period> periods) {
        Map<EstimateKey, Double> levels = new HashMap<>();
        periods.forEach((key, period) -> {
            if (key.sector().equals(sector) && figures.concepts().contains(key.concept())) {
                int source = biases.number(figures.leading(key.concept()));
                double time = Math.max(newest.time(), period.midYear());
                levels.put(key, WHOLE * newest.at(time).share(source).value());
            }
        });
        return levels;
    }

    /**
     * Of instruments that have shown a figure: the first of another says where it stands, and nothing is expected of it.
     * What lies behind the newest figure is expected from all, those after it too.
     */
    Map<FigureId, Double> figures(List<FigureId> asked) {
        Map<FigureId, Double> expected = new HashMap<>();
        List<FigureId> late = new ArrayList<>();
        for (FigureId id : asked) {
            if (!figures.instruments().contains(instrument(id))) {
                continue;
            }
            if (id.period().midYear() >= newest.time()) {
                int source = biases.number(instrument(id));
                double share = newest.at(id.period().midYear()).share(source).value();
                expected.put(id, share * whole(id));
            } else {
                late.add(id);
            }
        }
        if (late.size() <= LATE_MAX) {
            expected.putAll(inside(late));
        }
        return expected;
    }

    private Instrument instrument(FigureId id) {
        return Instrument.of(indicator(id).concept(), id, recipe.regimes());
    }

    private double whole(FigureId id) {
        return indicator(id).unit().equals("percent") ? WHOLE : 1;
    }

    private Indicator indicator(FigureId id) {
        return Objects.requireNonNull(indicators.get(id.series().indicator()));
    }

    /** One fold of all that is held, in which the places of the late figures are states that what comes later tells of. */
    private Map<FigureId, Double> inside(List<FigureId> late) {
        List<FigureId> waiting = new ArrayList<>(late);
        waiting.sort((a, b) -> Double.compare(a.period().midYear(), b.period().midYear()));
        List<PooledFigure> inOrder = figures.inOrder();
        PooledLevel level =
                PooledLevel.before(inOrder.get(0).reading(), biases.prior(), biases.wander(), recipe.noiseScale());
        Set<Instrument> seen = new HashSet<>();
        int marked = 0;
        for (PooledFigure figure : inOrder) {
            while (marked < waiting.size()
                    && waiting.get(marked).period().midYear() < figure.reading().time()) {
                FigureId id = waiting.get(marked++);
                level = level.at(Math.max(level.time(), id.period().midYear())).marking(biases.number(instrument(id)));
            }
            Instrument by = figure.instrument();
            level = level.fold(biases.number(by), figure.reading(), seen.add(by));
        }
        Map<FigureId, Double> expected = new HashMap<>();
        for (int i = 0; i < marked; i++) {
            expected.put(waiting.get(i), level.marked(i) * whole(waiting.get(i)));
        }
        return expected;
    }
}
