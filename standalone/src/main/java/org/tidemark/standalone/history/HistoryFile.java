package org.tidemark.standalone.history;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.api.history.CellHistory;
import org.tidemark.api.history.HistoryMetric;
import org.tidemark.api.history.Level;
import org.tidemark.api.history.Line;
import org.tidemark.api.history.MetricUnit;
import org.tidemark.api.history.SaidCells;
import org.tidemark.series.SeriesId;

/**
 * Writes what a replay said as an OpenMetrics file for {@code promtool tsdb create-blocks-from openmetrics}: a sample a
 * day at the midnight that ends it, so that no value stands before the world could know it.
 */
public final class HistoryFile {
    public static final String NAME = "history.om";

    /** The table of a replay that holds the path of each cell in hindsight; absent from what earlier versions have left. */
    public static final String SMOOTHED = "smoothed.csv";

    /** Five hundred cells: with ten years of releases some three million samples and 400 MB. */
    public static final int SERIES_DEFAULT = 3_000;

    /** As many as a deployment of Prometheus should have in all. */
    public static final int SERIES_MAX = 10_000;

    /** Later than any replay's end, and so early that milliseconds of 1971 on are later still. */
    static final LocalDate LAST_DAY_MAX = LocalDate.of(2199, 12, 31);

    /** Where not all can be shown: whole economies before their sectors, then what has had more updates. */
    private static final Comparator<Map.Entry<Line, CellHistory>> MOST_TOLD_FIRST = Comparator.comparing(
                    (Map.Entry<Line, CellHistory> cell) ->
                            !cell.getKey().key().sector().equals(SeriesId.TOTAL))
            .thenComparing(cell -> -cell.getValue().realtime().size())
            .thenComparing(Map.Entry::getKey);

    private final SaidCells said;
    private final OpenMetricsWriter out;
    private final Map<MetricUnit, List<Line>> shown = new EnumMap<>(MetricUnit.class);
    private int cells;
    private int series;

    private HistoryFile(SaidCells said, Writer out) {
        this.said = said;
        this.out = new OpenMetricsWriter(out);
    }

    /** Writes the history of a replay's folder, from its estimates.csv, withheld.csv and smoothed.csv. */
    public static HistorySize write(Path folder, Writer out) throws IOException {
        return write(SaidHistory.of(folder), SERIES_DEFAULT, out);
    }

    static HistorySize write(SaidCells said, int seriesMax, Writer out) throws IOException {
        return new HistoryFile(said, out).write(seriesMax);
    }

    private HistorySize write(int seriesMax) throws IOException {
        int leftOff = select(seriesMax);
        for (MetricUnit unit : shown.keySet()) {
            for (HistoryMetric metric : HistoryMetric.ALL) {
                metric(unit, metric);
            }
        }
        out.end();
        return new HistorySize(cells, leftOff, series, out.samples());
    }

    /** A cell has all of its series or none. Returns how many cells have none. */
    private int select(int seriesMax) {
        List<Map.Entry<Line, CellHistory>> ranked =
                said.cells().entrySet().stream().sorted(MOST_TOLD_FIRST).toList();
        Set<Line> chosen = new TreeSet<>();
        int room = seriesMax;
        for (Map.Entry<Line, CellHistory> cell : ranked) {
            room -= HistoryMetric.count(cell.getValue());
            if (room < 0) {
                break;
            }
            chosen.add(cell.getKey());
        }
        for (Line line : chosen) {
            shown.computeIfAbsent(line.unit(), unit -> new ArrayList<>()).add(line);
        }
        cells = chosen.size();
        return ranked.size() - cells;
    }

    private void metric(MetricUnit unit, HistoryMetric metric) throws IOException {
        String name = metric.in(unit);
        boolean begun = false;
        for (Line line : shown.getOrDefault(unit, List.of())) {
            NavigableMap<Long, Level> steps = metric.steps().of(said.cell(line), said.lastDay());
            if (steps.isEmpty()) {
                continue;
            }
            if (!begun) {
                out.family(name, metric.help(), unit.label());
                begun = true;
            }
            out.series(name, line.labels());
            series++;
            samples(metric, steps);
        }
    }

    private void samples(HistoryMetric metric, NavigableMap<Long, Level> steps) throws IOException {
        for (Map.Entry<Long, Level> step : steps.entrySet()) {
            Long next = steps.higherKey(step.getKey());
            long last = next == null ? said.lastDay() : next - 1;
            // Prometheus knows no day before 1970; a period that ended earlier holds from then on.
            long first = Math.max(0, step.getKey());
            if (!step.getValue().isNone()) {
                out.samples(metric.end().applyAsDouble(step.getValue()), first, last);
            }
        }
    }
}
