package org.tidemark.standalone.watch;

import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.producers.watch.Reason;
import org.tidemark.producers.watch.WatchListener;

/** Counts what came of each question, as metrics in a file that Prometheus' node exporter collects. */
public final class WatchTally implements WatchListener {
    private static final String UNCHANGED = "unchanged";
    private static final String RECEIVED = "received";

    private final Map<Key, Long> outcomes = new TreeMap<>();
    private final Map<String, Instant> answered = new TreeMap<>();
    private final Map<String, Long> figures = new TreeMap<>();
    private final Map<String, Endpoint> endpoints = new TreeMap<>();
    private long failures;

    private record Key(String endpoint, String outcome) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int first = endpoint.compareTo(other.endpoint);
            return first == 0 ? outcome.compareTo(other.outcome) : first;
        }
    }

    private void count(Endpoint endpoint, String outcome) {
        endpoints.put(endpoint.id(), endpoint);
        outcomes.merge(new Key(endpoint.id(), outcome), 1L, Long::sum);
    }

    @Override
    public void received(Endpoint endpoint, Path file, long count, Instant at) {
        count(endpoint, RECEIVED);
        answered.put(endpoint.id(), at);
        figures.put(endpoint.id(), count);
    }

    @Override
    public void unchanged(Endpoint endpoint, Instant at) {
        count(endpoint, UNCHANGED);
        answered.put(endpoint.id(), at);
    }

    @Override
    public void failed(Endpoint endpoint, Reason reason, String detail, Instant at, Instant again) {
        failures++;
        count(endpoint, reason.written());
    }

    /** How many questions came to nothing. */
    public long failures() {
        return failures;
    }

    private Labels labels(String endpoint) {
        Endpoint known = endpoints.get(endpoint);
        return Labels.of("endpoint", endpoint, "source", known == null ? "" : known.source());
    }

    private MetricSnapshots snapshots() {
        CounterSnapshot.Builder counted = CounterSnapshot.builder()
                .name("tidemark_endpoint_questions")
                .help("Questions to publishers by what came of them: received, unchanged, or why nothing came.");
        outcomes.forEach((key, n) -> counted.dataPoint(CounterDataPointSnapshot.builder()
                .labels(labels(key.endpoint()).merge(Labels.of("outcome", key.outcome())))
                .value((double) n)
                .build()));
        GaugeSnapshot.Builder last = GaugeSnapshot.builder()
                .name("tidemark_endpoint_answered_timestamp_seconds")
                .help("When a publisher last answered with a file, or that it has nothing new.");
        answered.forEach((id, at) -> last.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels(id))
                .value((double) at.getEpochSecond())
                .build()));
        GaugeSnapshot.Builder size = GaugeSnapshot.builder()
                .name("tidemark_endpoint_figures")
                .help("Figures in the last file that a publisher has answered with.");
        figures.forEach((id, n) -> size.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels(id))
                .value((double) n)
                .build()));
        return MetricSnapshots.of(counted.build(), last.build(), size.build());
    }

    /** Writes the metrics in place of what the file held; whoever reads it meanwhile reads the one or the other. */
    public void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            ExpositionFormats.init().getPrometheusTextFormatWriter().write(out, snapshots());
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
