package org.tidemark.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tidemark.estimate.GaussianState;

/** What is believed of demand and supply at each moment: as it could be known then, and with all that came later. */
final class GapPath {
    /** Degrees of freedom of the Student-t gate and score. */
    private static final double NU = 5;
    /** log of the Student-t density with 5 degrees of freedom at 0: Gamma(3)/(Gamma(5/2) sqrt(5 pi)). */
    private static final double LOG_T5_AT_0 = StrictMath.log(8 / (3 * Math.PI * StrictMath.sqrt(5)));
    /** Years before forecasts are scored: until then the prior, not the model, is on trial. */
    private static final double BURN_IN_YEARS = 2;

    private final GapModel model;
    private final List<Step> steps;

    private GapPath(GapModel model, List<Step> steps) {
        this.model = model;
        this.steps = List.copyOf(steps);
    }

    /**
     * One moment of the path.
     *
     * @param predicted before its measurements
     * @param filtered after them
     * @param gates by how much each measurement's variance was widened
     * @param logScore log density of its last measurement, forecast from all before it
     */
    record Step(Moment moment, GaussianState predicted, GaussianState filtered, List<Double> gates, double logScore) {
        Step {
            gates = List.copyOf(gates);
        }
    }

    /** Filters the moments, which are in order of time, at least one. */
    static GapPath of(GapModel model, List<Moment> moments, boolean gated) {
        List<Step> steps = new ArrayList<>();
        GaussianState belief = model.prior(moments.get(0));
        double time = moments.get(0).time();
        for (Moment moment : moments) {
            GaussianState predicted = moment.time() > time ? model.after(belief, moment.time() - time) : belief;
            Step step = observed(model, moment, predicted, gated);
            steps.add(step);
            belief = step.filtered();
            time = moment.time();
        }
        return new GapPath(model, steps);
    }

    /** One measurement after the other; a surprising one counts for less (Harvey 2013), as April 2020 must. */
    private static Step observed(GapModel model, Moment moment, GaussianState predicted, boolean gated) {
        GaussianState belief = predicted;
        List<Double> gates = new ArrayList<>();
        double score = 0;
        for (int i = 0; i < moment.measurements().size(); i++) {
            Moment.Measurement measured = moment.measurements().get(i);
            double[] loading = model.loading(i, moment.time());
            double e = measured.value() - belief.expected(loading);
            double s = belief.variance(loading) + measured.variance();
            double gate = gated ? Math.max(1, (e * e / s + NU) / (NU + 1)) : 1;
            belief = belief.observing(loading, measured.value(), gate * measured.variance())
                    .belief();
            gates.add(gate);
            score = logT(e, s);
        }
        return new Step(moment, predicted, belief, gates, score);
    }

    /** log density at e of a Student-t of variance s. */
    private static double logT(double e, double s) {
        double scale2 = s * (NU - 2) / NU;
        return LOG_T5_AT_0 - StrictMath.log(scale2) / 2 - (NU + 1) / 2 * StrictMath.log(1 + e * e / (NU * scale2));
    }

    List<Step> steps() {
        return steps;
    }

    Step newest() {
        return steps.get(steps.size() - 1);
    }

    /** The gap of the newest moment carried on, in the published unit. */
    Normal gapAfter(double years) {
        GaussianState now = newest().filtered();
        return gap(years > 0 ? model.after(now, years) : now);
    }

    /** The gap in a belief, in the published unit. */
    Normal gap(GaussianState belief) {
        int g = model.gapState();
        return new Normal(belief.mean(g), StrictMath.sqrt(Math.max(0, belief.covariance(g, g))))
                .times(model.unitFactor());
    }

    /** By moment, with all that came later: the fixed-interval smoother. */
    List<GaussianState> smoothed() {
        GaussianState[] smoothed = new GaussianState[steps.size()];
        smoothed[steps.size() - 1] = newest().filtered();
        for (int i = steps.size() - 2; i >= 0; i--) {
            Step next = steps.get(i + 1);
            double years = next.moment().time() - steps.get(i).moment().time();
            smoothed[i] = steps.get(i).filtered().smoothed(model.transition(years), next.predicted(), smoothed[i + 1]);
        }
        return List.of(smoothed);
    }

    /** Mean log density of the last measurement of each moment, forecast from all before; empty in the first two years. */
    OptionalDouble forecastScore() {
        double from = steps.get(0).moment().time() + BURN_IN_YEARS;
        return steps.stream()
                .filter(s -> s.moment().time() >= from)
                .mapToDouble(Step::logScore)
                .average();
    }
}
