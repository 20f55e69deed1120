package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How often something came to which end, since the start. Counted and asked by different threads. */
public final class OutcomeCounts implements MultiCollector {
    private final String name;
    private final String help;
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    OutcomeCounts(String name, String help) {
        this.name = name;
        this.help = help;
    }

    /** Counts one more; of outcomes there are few. */
    public void count(String outcome) {
        counts.computeIfAbsent(outcome, key -> new LongAdder()).increment();
    }

    @Override
    public MetricSnapshots collect() {
        CounterSnapshot.Builder counted = CounterSnapshot.builder().name(name).help(help);
        counts.forEach((outcome, n) -> counted.dataPoint(CounterDataPointSnapshot.builder()
                .labels(Labels.of("outcome", outcome))
                .value((double) n.sum())
                .build()));
        return MetricSnapshots.of(counted.build());
    }
}
