package org.tidemark.streams.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.SeriesId;

/**
 * Which cells are shown when there are more series than may be: whole economies before their sectors, then in the order
 * of the keys, each cell with all of its series or none. Holds no more cells than may be shown.
 */
final class CellSelection {
    private static final Comparator<EstimateKey> TOTALS_FIRST = Comparator.comparing(
                    (EstimateKey key) -> !key.sector().equals(SeriesId.TOTAL))
            .thenComparing(Comparator.naturalOrder());

    private final List<CellGauge> gauges;
    private final int seriesMax;
    private final TreeMap<EstimateKey, double[]> kept = new TreeMap<>(TOTALS_FIRST);
    private int series;
    private long dropped;

    CellSelection(List<CellGauge> gauges, int seriesMax) {
        this.gauges = gauges;
        this.seriesMax = seriesMax;
    }

    void offer(Estimate estimate) {
        if (estimate.inputs() == 0) {
            return;
        }
        double[] values = gauges.stream()
                .mapToDouble(g -> g.value().applyAsDouble(estimate))
                .toArray();
        double[] before = kept.put(estimate.key(), values);
        series += present(values) - (before == null ? 0 : present(before));
        while (series > seriesMax) {
            int gone = present(kept.pollLastEntry().getValue());
            series -= gone;
            dropped += gone;
        }
    }

    private static int present(double[] values) {
        int present = 0;
        for (double value : values) {
            present += Double.isNaN(value) ? 0 : 1;
        }
        return present;
    }

    /** Values of the cells that are shown, in the order of the gauges; NaN is absent. */
    SortedMap<EstimateKey, double[]> cells() {
        return kept;
    }

    /** How many series are not shown. */
    long dropped() {
        return dropped;
    }
}
