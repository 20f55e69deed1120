package org.tidemark.api.prometheus;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.tidemark.api.history.CellHistory;
import org.tidemark.api.history.HistoryMetric;
import org.tidemark.api.history.Line;
import org.tidemark.api.history.MetricUnit;
import org.tidemark.api.history.SaidCells;

/** Answers one query out of what was said. */
public final class HistoryReader {
    private final ReadQuery query;
    private final Instant now;

    /**
     * For a query that is asked at an instant.
     *
     * @param now up to which a level is carried forward
     */
    public HistoryReader(ReadQuery query, Instant now) {
        this.query = query;
        this.now = now;
    }

    /** Whether a series of one of these metrics could be an answer. */
    public boolean asksFor(List<HistoryMetric> metrics) {
        return asksForJob()
                && metrics.stream()
                        .flatMap(metric -> Stream.of(MetricUnit.values()).map(metric::in))
                        .anyMatch(this::asksForMetric);
    }

    private boolean asksForJob() {
        return query.matchers().stream().filter(m -> m.name().equals("job")).allMatch(m -> m.holds()
                .test(Line.JOB));
    }

    private boolean asksForMetric(String name) {
        return query.matchers().stream()
                .filter(m -> m.name().equals(LabelMatcher.METRIC))
                .allMatch(m -> m.holds().test(name));
    }

    /** The one value that a label must have; empty where several may do. */
    public Optional<String> only(String label) {
        return query.matchers().stream()
                .filter(m -> m.name().equals(label) && !m.equal().isEmpty())
                .map(LabelMatcher::equal)
                .findFirst();
    }

    /** Writes the result of the query. */
    public void write(SaidCells cells, ReadAnswer out) throws IOException {
        for (Map.Entry<Line, CellHistory> cell : cells.cells().entrySet()) {
            for (List<HistoryMetric> metrics :
                    List.of(HistoryMetric.ALL, HistoryMetric.PATH, HistoryMetric.PROJECTED)) {
                for (HistoryMetric metric : metrics) {
                    write(metric, cell.getKey(), cell.getValue(), out);
                }
            }
        }
        out.endQuery();
    }

    private void write(HistoryMetric metric, Line line, CellHistory cell, ReadAnswer out) throws IOException {
        SortedMap<String, String> labels = line.labels();
        labels.put(LabelMatcher.METRIC, metric.in(line.unit()));
        long today = LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
        var levels = metric.steps().of(cell, today);
        if (!levels.isEmpty() && query.matchers().stream().allMatch(m -> m.allows(labels))) {
            out.beginSeries(labels);
            new CellSamples(query, now).write(metric, levels, out);
            out.endSeries();
        }
    }
}
