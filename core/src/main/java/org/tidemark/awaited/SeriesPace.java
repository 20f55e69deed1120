package org.tidemark.awaited;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.figures.Figure;
import org.tidemark.judge.InnovationScreen;
import org.tidemark.judge.Quantiles;

/**
 * How a series moves from one figure to the next, on the scale of its indicator (logits, logarithms, or its unit): the
 * median step and the scatter of the steps around it, with the prior that new figures are screened with.
 */
final class SeriesPace {
    /** Steps that are looked back at: two years of months, a year of fortnights. */
    private static final int STEPS_MAX = 24;

    private static final int DRIFT_FROM = 3;
    private final PaceScale scale;
    private final double drift;
    private final double deviation;

    /**
     * A pace that is known.
     *
     * @param deviation by which a figure is off where it is expected, on the scale
     */
    SeriesPace(PaceScale scale, double deviation) {
        this.scale = scale;
        this.drift = 0;
        this.deviation = deviation;
    }

    private SeriesPace(Indicator indicator, @Nullable JudgingRules rules, List<Figure> alike) {
        scale = PaceScale.of(indicator, alike);
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < alike.size(); i++) {
            steps.add(scale.at(alike.get(i).value()) - scale.at(alike.get(i - 1).value()));
        }
        drift = steps.size() < DRIFT_FROM || scale.isOwnUnit() ? 0 : Quantiles.median(steps);
        // A quantity in its own unit has no scale that a prior could know of.
        JudgingRules known = scale.isOwnUnit() ? null : rules;
        double prior = known == null ? 0 : known.priorWeight();
        double squares = known == null ? 0 : prior * known.newSd() * known.newSd();
        for (double step : steps) {
            squares += (step - drift) * (step - drift);
        }
        deviation = prior + steps.size() > 0 ? StrictMath.sqrt(squares / (prior + steps.size())) : 0;
    }

    /**
     * The pace of a series.
     *
     * @param figures in the order of time, not empty; those before the newest that are of another length are passed over
     * @return empty where nothing is known of how it moves
     */
    static Optional<SeriesPace> of(Indicator indicator, @Nullable JudgingRules rules, List<Figure> figures) {
        Figure newest = figures.get(figures.size() - 1);
        List<Figure> alike = figures.stream()
                .filter(f -> InnovationScreen.comparable(f.period(), newest.period()))
                .toList();
        List<Figure> last = alike.subList(Math.max(0, alike.size() - STEPS_MAX - 1), alike.size());
        return Optional.of(new SeriesPace(indicator, rules, last)).filter(pace -> pace.deviation > 0);
    }

    /** Where a value comes to lie that drifts for some steps. */
    double drifted(double value, int steps) {
        return scale.back(scale.at(value) + steps * drift);
    }

    /** A value that is some deviations of one step off another. */
    double off(double value, double deviations) {
        return scale.back(scale.at(value) + deviations * deviation);
    }
}
