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
    private final TreeMap<EstimateKey, Cell> kept = new TreeMap<>(TOTALS_FIRST);
    private int series;
    private long dropped;

    /**
     * What is shown of one cell.
     *
     * @param values in the order of the gauges; NaN is absent
     * @param drifts of the sources in its concept
     */
    record Cell(List<Double> values, List<SourceDrifts.Drift> drifts) {
        private int present() {
            int present = drifts.size();
            for (double value : values) {
                present += Double.isNaN(value) ? 0 : 1;
            }
            return present;
        }
    }

    CellSelection(List<CellGauge> gauges, int seriesMax) {
        this.gauges = gauges;
        this.seriesMax = seriesMax;
    }

    void offer(Estimate estimate) {
        if (estimate.inputs() == 0) {
            return;
        }
        List<Double> values =
                gauges.stream().map(g -> g.value().applyAsDouble(estimate)).toList();
        Cell cell = new Cell(values, SourceDrifts.of(estimate));
        Cell before = kept.put(estimate.key(), cell);
        series += cell.present() - (before == null ? 0 : before.present());
        while (series > seriesMax) {
            int gone = kept.pollLastEntry().getValue().present();
            series -= gone;
            dropped += gone;
        }
    }

    /** The cells that are shown. */
    SortedMap<EstimateKey, Cell> cells() {
        return kept;
    }

    /** How many series are not shown. */
    long dropped() {
        return dropped;
    }
}
