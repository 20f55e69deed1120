package org.tidemark.streams.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.SeriesId;
import org.tidemark.told.Told;

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
    /** Most gauges are of one measure: asking all of each estimate would be most of a scrape of many economies. */
    private final Map<String, List<CellGauge>> byMeasure = new HashMap<>();

    private final TreeMap<EstimateKey, Cell> kept = new TreeMap<>(TOTALS_FIRST);
    private int series;
    private long dropped;

    /** One series of a cell. */
    record Reading(CellGauge gauge, double value) {}

    /**
     * What is shown of one cell.
     *
     * @param drifts of the sources in its concept
     */
    record Cell(List<Reading> readings, List<SourceDrifts.Drift> drifts) {
        private int size() {
            return readings.size() + drifts.size();
        }
    }

    CellSelection(List<CellGauge> gauges, int seriesMax) {
        this.gauges = gauges;
        this.seriesMax = seriesMax;
    }

    /** Takes an estimate, each key once. */
    void offer(Told told) {
        Estimate estimate = told.estimate();
        if (estimate.inputs() == 0) {
            return;
        }
        Cell cell = new Cell(readings(told), SourceDrifts.of(estimate));
        kept.put(estimate.key(), cell);
        series += cell.size();
        while (series > seriesMax) {
            int gone = kept.pollLastEntry().getValue().size();
            series -= gone;
            dropped += gone;
        }
    }

    private List<Reading> readings(Told told) {
        List<Reading> readings = new ArrayList<>();
        for (CellGauge gauge : byMeasure.computeIfAbsent(told.estimate().key().measure(), this::gaugesOf)) {
            double value = gauge.value().applyAsDouble(told);
            if (!Double.isNaN(value)) {
                readings.add(new Reading(gauge, value));
            }
        }
        return readings;
    }

    private List<CellGauge> gaugesOf(String measure) {
        return gauges.stream().filter(g -> g.measures().test(measure)).toList();
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
