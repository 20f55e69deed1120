package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.told.Told;

/**
 * One gauge of each cell.
 *
 * @param measures those that it is read off; it is asked of no other
 * @param value NaN where the estimate claims nothing: the series is absent then
 * @param labels of a cell; never a text that data can vary without bound
 */
record CellGauge(
        String name,
        String help,
        Predicate<String> measures,
        ToDoubleFunction<Told> value,
        Function<EstimateKey, Labels> labels) {}
