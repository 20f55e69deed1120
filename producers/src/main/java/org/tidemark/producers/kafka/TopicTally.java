package org.tidemark.producers.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.release.Load;
import org.tidemark.series.BatchId;

/**
 * What a log that is played amounts to, load by load. What a producer noted of a load is taken over; of one that noted
 * nothing, or died, the log itself says how much of it was sent and closed.
 */
final class TopicTally {
    private static final String FORMAT = "topic";

    private record Part(String source, String load) implements Comparable<Part> {
        @Override
        public int compareTo(Part other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : load.compareTo(other.load);
        }
    }

    private static final class Count {
        private long sent;
        private long leftOut;
        private final SortedSet<String> economies = new TreeSet<>();
    }

    private final SortedMap<Part, Load> noted = new TreeMap<>();
    private final SortedMap<Part, Count> counts = new TreeMap<>();

    /** Begins with what producers have noted of loads that ended. */
    TopicTally(Collection<Load> loads) {
        loads.stream().filter(Load::closed).forEach(load -> noted.put(new Part(load.source(), load.load()), load));
    }

    /** Counts a release of one economy that is applied. */
    void release(String economy, BatchId batch, long sent, long leftOut) {
        Count count = counts.computeIfAbsent(new Part(batch.source(), batch.load()), p -> new Count());
        count.sent += sent;
        count.leftOut += leftOut;
        count.economies.add(economy);
    }

    LoadReport report() {
        SortedSet<Part> parts = new TreeSet<>(noted.keySet());
        parts.addAll(counts.keySet());
        List<Load> loads = new ArrayList<>();
        parts.forEach(part -> loads.add(load(part, counts.getOrDefault(part, new Count()))));
        long leftOut = counts.values().stream().mapToLong(c -> c.leftOut).sum();
        return new LoadReport(loads, List.of(), List.of(), leftOut);
    }

    private Load load(Part part, Count count) {
        Load told = noted.get(part);
        if (told == null) {
            told = new Load(
                    part.source(),
                    part.load(),
                    part.load(),
                    FORMAT,
                    null,
                    true,
                    0,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    count.economies);
        }
        SortedMap<String, Long> skipped = new TreeMap<>(told.skipped());
        if (count.leftOut > 0) {
            skipped.merge(LoadReport.LEFT_OUT, count.leftOut, Long::sum);
        }
        return new Load(
                told.source(),
                told.load(),
                told.file(),
                told.format(),
                told.filed(),
                true,
                count.sent,
                skipped,
                told.rejected(),
                told.economies(),
                told.series(),
                told.coveredSince());
    }
}
