package org.tidemark.bench.frame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Milliseconds from the end of a release on the topic of observations to each estimate that it brought. */
final class Delays {
    private static final double NANOS_PER_MS = 1e6;

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final List<Double> milliseconds = new ArrayList<>();

    /** A release is about to be sent. */
    void sent(String economy, Instant published) {
        sent.put(key(economy, published), System.nanoTime());
    }

    /** An estimate has been read. */
    synchronized void said(String economy, Instant asOf) {
        Long at = sent.get(key(economy, asOf));
        if (at != null) {
            milliseconds.add((System.nanoTime() - at) / NANOS_PER_MS);
        }
    }

    private static String key(String economy, Instant at) {
        return economy + at;
    }

    synchronized int count() {
        return milliseconds.size();
    }

    /** The delay that a part of the estimates between two of them stayed under; NaN where there is none. */
    synchronized double quantile(double part, int from, int to) {
        List<Double> sorted = milliseconds.subList(from, to).stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.min(sorted.size() - 1, (int) (part * sorted.size())));
    }
}
