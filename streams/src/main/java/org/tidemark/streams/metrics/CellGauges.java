package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.StageOdds;
import org.tidemark.estimate.Trajectory;
import org.tidemark.told.Told;

/** Every gauge that is read off an estimate, by name. Bands are names of their own: a label would be summed over. */
final class CellGauges {
    private static final String PERCENT = "percent";
    private static final double WHOLE = 100;

    private final List<CellGauge> all = new ArrayList<>();

    private CellGauges() {}

    static List<CellGauge> all() {
        CellGauges gauges = new CellGauges();
        gauges.levels(
                "tidemark_penetration_latest",
                told -> told.latest(),
                "latest share that uses AI: in the period of the newest figure (tidemark_estimate_period_end_timestamp_seconds)");
        gauges.levels(
                "tidemark_penetration_nowcast",
                told -> told.nowcast(),
                "nowcast of the share that uses AI: today; absent where the series has ended");
        gauges.speed();
        gauges.stage("germination", StageOdds::germination);
        gauges.stage("growth", StageOdds::growth);
        gauges.stage("maturity", StageOdds::maturity);
        gauges.basis();
        return List.copyOf(gauges.all);
    }

    private void levels(String prefix, Function<Told, Optional<Banded>> of, String what) {
        penetration(prefix + "_ratio", "Median of the " + what, level(of, Banded::value));
        penetration(prefix + "_lower80_ratio", "Lower end of the 80 % band of the " + what, level(of, Banded::lower80));
        penetration(prefix + "_upper80_ratio", "Upper end of the 80 % band of the " + what, level(of, Banded::upper80));
        penetration(prefix + "_lower95_ratio", "Lower end of the 95 % band of the " + what, level(of, Banded::lower95));
        penetration(prefix + "_upper95_ratio", "Upper end of the 95 % band of the " + what, level(of, Banded::upper95));
    }

    private void speed() {
        String what =
                "speed of diffusion at the newest figure, share of those counted a year; absent while it is too early";
        penetration("tidemark_penetration_speed_ratio_per_year", "Mean of the " + what, speed(Banded::value));
        penetration(
                "tidemark_penetration_speed_lower80_ratio_per_year",
                "Lower end of the 80 % band of the " + what,
                speed(Banded::lower80));
        penetration(
                "tidemark_penetration_speed_upper80_ratio_per_year",
                "Upper end of the 80 % band of the " + what,
                speed(Banded::upper80));
    }

    private void stage(String stage, ToDoubleFunction<StageOdds> odds) {
        all.add(new CellGauge(
                "tidemark_penetration_stage_ratio",
                "Probability of each stage of diffusion (below 16 %, between, above 84 %); absent while it is too early",
                PenetrationReport.MEASURE::equals,
                told -> {
                    Trajectory trajectory = told.estimate().trajectory();
                    return trajectory == null || told.estimate().isEarly()
                            ? Double.NaN
                            : odds.applyAsDouble(trajectory.stage());
                },
                key -> cell(key).merge(Labels.of("stage", stage))));
    }

    private void basis() {
        estimate("tidemark_estimate_inputs", "Figures that the estimate rests on", Estimate::inputs);
        all.add(new CellGauge(
                "tidemark_estimate_ended",
                "1 where the publisher asks no more, so that no figure is awaited",
                measure -> true,
                told -> told.ended().isPresent() ? 1 : Double.NaN,
                key -> cell(key).merge(Labels.of("measure", key.measure()))));
        all.add(new CellGauge(
                "tidemark_estimate_stale",
                "1 where the newest figure was published longer ago than two usual intervals of its source",
                measure -> true,
                told -> told.isStale() ? 1 : Double.NaN,
                key -> cell(key).merge(Labels.of("measure", key.measure()))));
        estimate(
                "tidemark_estimate_as_of_timestamp_seconds",
                "Publication instant of the newest figure that the estimate knows",
                e -> seconds(e.asOf()));
        estimate(
                "tidemark_estimate_period_end_timestamp_seconds",
                "End of the newest period observed; the clock minus this is the age of the estimate",
                e -> seconds(e.period()
                        .end()
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()));
    }

    private void penetration(String name, String help, ToDoubleFunction<Told> value) {
        all.add(new CellGauge(name, help, PenetrationReport.MEASURE::equals, value, CellGauges::cell));
    }

    private void estimate(String name, String help, ToDoubleFunction<Estimate> value) {
        all.add(new CellGauge(
                name, help, measure -> true, told -> value.applyAsDouble(told.estimate()), key -> cell(key)
                        .merge(Labels.of("measure", key.measure()))));
    }

    private static Labels cell(EstimateKey key) {
        return Labels.of("economy", key.economy(), "sector", key.sector(), "concept", key.concept());
    }

    private static ToDoubleFunction<Told> level(Function<Told, Optional<Banded>> of, Function<Banded, Double> end) {
        return told -> {
            double whole = told.estimate().unit().equals(PERCENT) ? WHOLE : 1;
            return of.apply(told).map(end).map(value -> value / whole).orElse(Double.NaN);
        };
    }

    private static ToDoubleFunction<Told> speed(Function<Banded, Double> end) {
        return told -> told.speed().map(end).map(points -> points / WHOLE).orElse(Double.NaN);
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
