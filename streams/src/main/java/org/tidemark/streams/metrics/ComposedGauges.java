package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.tidemark.estimate.Background;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.exposure.ExposureEstimator;
import org.tidemark.measure.Divergence;
import org.tidemark.measure.DivergenceVerdict;
import org.tidemark.measure.GroupContrasts;
import org.tidemark.penetration.SourceRange;
import org.tidemark.pool.PooledEstimator;
import org.tidemark.reallocation.ReallocationEstimator;

/** The gauges of estimates that are composed of several indicators, by measure, in the newest period observed. */
final class ComposedGauges {
    private static final String PART = "demand_gap.part.";

    private final List<CellGauge> all = new ArrayList<>();

    private ComposedGauges() {}

    static List<CellGauge> all() {
        ComposedGauges gauges = new ComposedGauges();
        gauges.pooled();
        gauges.range();
        gauges.displacement();
        gauges.demand();
        gauges.divergence();
        gauges.withheld();
        return List.copyOf(gauges.all);
    }

    private void pooled() {
        String name = "tidemark_penetration_pooled";
        bands(PooledEstimator.MEASURE, name, "_ratio", "share that uses AI, from all sources and concepts at once");
        all.add(new CellGauge(
                name + "_speed_ratio_per_year",
                "Mean of the speed of all sources and concepts at once, share a year; absent while it is too early",
                PooledEstimator.MEASURE::equals,
                told -> told.speed().map(speed -> speed.value() / 100).orElse(Double.NaN),
                ComposedGauges::cell));
    }

    private void range() {
        gauge(
                SourceRange.MEASURE,
                "tidemark_penetration_range_lower_ratio",
                "Lowest that a source says, less its error, where sources disagree by more than their bands",
                e -> end(e, Banded::lower80));
        gauge(
                SourceRange.MEASURE,
                "tidemark_penetration_range_upper_ratio",
                "Highest that a source says, with its error, where sources disagree by more than their bands",
                e -> end(e, Banded::upper80));
    }

    private void displacement() {
        measure(ExposureEstimator.MEASURE, "tidemark_exposure", "_ratio", "share of the work that is exposed to AI");
        measure(
                "displacement.ledger",
                "tidemark_displacement_ledger",
                "_ratio",
                "share of employment that the factors of the ledger imply as displaced");
        measure(
                "displacement.reinstatement",
                "tidemark_displacement_reinstatement",
                "_ratio",
                "upper indicator of labour asked for by new tasks, share of employment");
        measure("displacement.net", "tidemark_displacement_net", "_ratio", "displacement less reinstatement");
        measure(
                GroupContrasts.GAP,
                "tidemark_displacement_contrast",
                "_ratio",
                "exposed less unexposed labour series; log or share: it sees a fall, not its cause");
        measure(
                GroupContrasts.SPEED,
                "tidemark_displacement_contrast_speed",
                "_per_year",
                "speed of the contrast, a year");
        term(
                GroupContrasts.GAP,
                "smallest_effect",
                "tidemark_displacement_contrast_smallest_effect_ratio",
                "Smallest contrast that today's data could show, 2.8 standard errors");
    }

    private void demand() {
        measure("demand_gap", "tidemark_demand_gap", "_ratio", "demand less supply; negative: demand falls short");
        measure(
                ReallocationEstimator.MEASURE,
                "tidemark_baumol",
                "",
                "covariance of productivity growth and change of employment share");
        term(
                "displacement.ledger",
                "announced_cuts",
                "tidemark_displacement_announced_cuts_persons",
                "Observed beside the ledger: announced cuts that cite AI, newest whole year");
        term(
                "displacement.ledger",
                "register_bound",
                "tidemark_displacement_register_bound_ratio",
                "Observed beside the ledger: largest mean effect on exposed workers that registers do not rule out");
        term(
                "demand_gap",
                "sign_reliability",
                "tidemark_demand_gap_sign_reliability_ratio",
                "Share of past dates on which the sign said first is the final one");
        all.add(new CellGauge(
                "tidemark_demand_gap_part_ratio",
                "Part of the demand gap; absent where its data are not held",
                measure -> measure.startsWith(PART),
                told -> end(told.estimate(), Banded::value),
                key -> cell(key).merge(Labels.of("part", key.measure().substring(PART.length())))));
    }

    private void divergence() {
        perScale(
                Divergence.DISPERSION,
                "tidemark_divergence_dispersion",
                "Standard deviation over economies",
                e -> end(e, Banded::value));
        perScale(
                Divergence.SLOPE,
                "tidemark_divergence_slope",
                "Slope of change on level; above 0 economies drift apart",
                e -> end(e, Banded::value));
        perScale(
                Divergence.SLOPE,
                "tidemark_divergence_slope_lower80",
                "Lower end of the 80 % band of the slope",
                e -> end(e, Banded::lower80));
        perScale(
                Divergence.SLOPE,
                "tidemark_divergence_slope_upper80",
                "Upper end of the 80 % band of the slope",
                e -> end(e, Banded::upper80));
        perScale(
                Divergence.SLOPE,
                "tidemark_divergence_slope_negative_probability",
                "P(slope < 0): economies come together on this scale",
                ComposedGauges::negative);
        verdict("apart", "drift apart", DivergenceVerdict::diverging);
        verdict("together", "come together", DivergenceVerdict::converging);
    }

    private void perScale(String measures, String name, String help, ToDoubleFunction<Estimate> value) {
        all.add(new CellGauge(
                name,
                help,
                measure -> measure.startsWith(measures),
                told -> value.applyAsDouble(told.estimate()),
                key -> cell(key).merge(Labels.of("scale", key.measure().substring(measures.length())))));
    }

    private void verdict(String direction, String what, ToDoubleFunction<DivergenceVerdict> probability) {
        gauge(
                Divergence.VERDICT,
                "tidemark_divergence_" + direction + "_probability",
                "Probability, at least, that economies " + what + " on every scale",
                e -> DivergenceVerdict.of(e).map(probability::applyAsDouble).orElse(Double.NaN));
    }

    private void withheld() {
        all.add(new CellGauge(
                "tidemark_estimate_withheld",
                "1 where no number is given; the query API has the reason",
                measure -> true,
                told -> told.estimate().withheld() == null ? Double.NaN : 1,
                key -> cell(key).merge(Labels.of("measure", key.measure()))));
    }

    private void measure(String measure, String name, String unit, String what) {
        bands(measure, name, unit, what);
        gauge(measure, name + "_negative_probability", "P(value < 0) of the " + what, ComposedGauges::negative);
    }

    private void bands(String measure, String name, String unit, String what) {
        gauge(measure, name + unit, "Median of the " + what, e -> end(e, Banded::value));
        gauge(
                measure,
                name + "_lower80" + unit,
                "Lower end of the 80 % band of the " + what,
                e -> end(e, Banded::lower80));
        gauge(
                measure,
                name + "_upper80" + unit,
                "Upper end of the 80 % band of the " + what,
                e -> end(e, Banded::upper80));
        gauge(
                measure,
                name + "_lower95" + unit,
                "Lower end of the 95 % band of the " + what,
                e -> end(e, Banded::lower95));
        gauge(
                measure,
                name + "_upper95" + unit,
                "Upper end of the 95 % band of the " + what,
                e -> end(e, Banded::upper95));
    }

    private void term(String measure, String term, String name, String help) {
        gauge(measure, name, help, e -> e.terms().stream()
                .filter(t -> t.name().equals(term) && t.value() != null)
                .mapToDouble(t -> scaled(t))
                .findFirst()
                .orElse(Double.NaN));
    }

    private void gauge(String measure, String name, String help, ToDoubleFunction<Estimate> value) {
        all.add(new CellGauge(
                name, help, measure::equals, told -> foreground(told.estimate(), value), ComposedGauges::cell));
    }

    /** What stands in the background has no series: dashboards and rules would take it for more than it is. */
    private static double foreground(Estimate e, ToDoubleFunction<Estimate> value) {
        return Background.why(e).isPresent() ? Double.NaN : value.applyAsDouble(e);
    }

    private static Labels cell(EstimateKey key) {
        return Labels.of("economy", key.economy(), "sector", key.sector(), "concept", key.concept());
    }

    private static double end(Estimate e, Function<Banded, Double> end) {
        for (HorizonValue level : e.levels()) {
            if (level.horizon() == Horizon.P0D) {
                return end.apply(level.band()) / MetricScale.divisor(e.unit());
            }
        }
        return Double.NaN;
    }

    private static double negative(Estimate e) {
        for (HorizonValue level : e.levels()) {
            Double negative = level.pNegative();
            if (level.horizon() == Horizon.P0D && negative != null) {
                return negative;
            }
        }
        return Double.NaN;
    }

    private static double scaled(Term term) {
        Double value = term.value();
        double number = value == null ? Double.NaN : value;
        return number / MetricScale.divisor(term.unit());
    }
}
