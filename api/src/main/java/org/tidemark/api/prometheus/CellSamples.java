package org.tidemark.api.prometheus;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.history.HistoryMetric;
import org.tidemark.api.history.Level;

/**
 * The samples of one series that a query needs. A level holds from the midnight (UTC) that ends its day, or from now where
 * that is to come, until the next one, and has a sample at each midnight. Whoever takes the last sample before an instant looks back five
 * minutes only: he gets one for each of his instants besides.
 */
final class CellSamples {
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    /** More instants than Prometheus evaluates in one query. */
    private static final long INSTANTS_MAX = 11_001;

    private final ReadQuery query;
    private final long nowMs;

    CellSamples(ReadQuery query, Instant now) {
        this.query = query;
        this.nowMs = now.toEpochMilli();
    }

    /** Writes those of one account of a cell: levels by epoch day. */
    void write(HistoryMetric metric, NavigableMap<Long, Level> levels, ReadAnswer out) throws IOException {
        if (!metric.carried()) {
            for (Map.Entry<Long, Level> point : levels.entrySet()) {
                sample(endOf(point.getKey()), point.getValue(), metric, out);
            }
            return;
        }
        for (long at : instants(levels)) {
            // A level is there from the end of its day on; that of today is there now.
            long day = at == nowMs ? nowMs / DAY_MS : Math.floorDiv(at, DAY_MS) - 1;
            Map.@Nullable Entry<Long, Level> level = levels.floorEntry(day);
            if (level != null) {
                sample(at, level.getValue(), metric, out);
            }
        }
    }

    private void sample(long at, Level level, HistoryMetric metric, ReadAnswer out) throws IOException {
        if (!level.isNone() && query.startMs() <= at && at <= query.endMs()) {
            out.sample(at, metric.end().applyAsDouble(level));
        }
    }

    private static long endOf(long day) {
        return (day + 1) * DAY_MS;
    }

    private NavigableSet<Long> instants(NavigableMap<Long, Level> levels) {
        NavigableSet<Long> instants = new TreeSet<>();
        if (levels.isEmpty()) {
            return instants;
        }
        // Prometheus knows no day before 1970; a period that ended earlier holds from then on.
        long from = Math.max(Math.max(DAY_MS, endOf(levels.firstKey())), query.startMs());
        long to = Math.min(nowMs, query.endMs());
        for (long at = (from + DAY_MS - 1) / DAY_MS * DAY_MS; at <= to; at += DAY_MS) {
            instants.add(at);
        }
        if (query.hints().rangeMs() < DAY_MS) {
            asked(from, to, instants);
        }
        if (from <= nowMs && nowMs <= query.endMs()) {
            instants.add(nowMs);
        }
        return instants;
    }

    /** One in each window of the evaluation: it begins with the first look-back, and all are a step apart. */
    private void asked(long from, long to, NavigableSet<Long> instants) {
        long first =
                (query.hints().startMs() == 0 ? query.startMs() : query.hints().startMs()) + 1;
        long step = Math.max(query.hints().stepMs(), (to - first) / INSTANTS_MAX + 1);
        for (long at = first; at <= to; at += step) {
            if (at >= from) {
                instants.add(at);
            }
        }
    }
}
