package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasureKind;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;

/** The gauges of declared measures: one family with the recipe as label, each in the unit of its recipe. */
final class MeasureGauges {
    static final String NAME = "tidemark_measure";

    private static final Set<String> KINDS =
            Stream.of(MeasureKind.values()).map(MeasureKind::written).collect(Collectors.toUnmodifiableSet());

    private MeasureGauges() {}

    static List<CellGauge> all() {
        return List.of(
                gauge("", "Median of a declared measure, in the unit of its recipe", Banded::value),
                gauge("_lower80", "Lower end of the 80 % band of a declared measure", Banded::lower80),
                gauge("_upper80", "Upper end of the 80 % band of a declared measure", Banded::upper80));
    }

    /** What each recipe is: texts that its numbers do without. */
    static GaugeSnapshot info(Catalogue catalogue) {
        GaugeSnapshot.Builder info =
                GaugeSnapshot.builder().name(NAME + "_info").help("1 of each declared measure, with its unit");
        catalogue
                .recipes()
                .measures()
                .recipes()
                .values()
                .forEach(recipe -> info.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of(
                                "kind", recipe.kind().written(), "recipe", recipe.id(), "unit", recipe.unit()))
                        .value(1)
                        .build()));
        return info.build();
    }

    private static CellGauge gauge(String suffix, String help, ToDoubleFunction<Banded> end) {
        return new CellGauge(
                NAME + suffix, help, KINDS::contains, told -> end(told.estimate(), end), MeasureGauges::labels);
    }

    private static Labels labels(EstimateKey key) {
        return Labels.of("economy", key.economy(), "kind", key.measure(), "recipe", key.concept());
    }

    private static double end(Estimate e, ToDoubleFunction<Banded> end) {
        return e.levels().stream()
                .filter(level -> level.horizon() == Horizon.P0D)
                .mapToDouble(level -> end.applyAsDouble(level.band()))
                .findFirst()
                .orElse(Double.NaN);
    }
}
