package org.tidemark.standalone.watch;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.producers.watch.Reason;
import org.tidemark.producers.watch.WatchListener;
import org.tidemark.streams.metrics.Exposition;

/**
 * Counts what came of each question, as metrics of a running system or in a file that Prometheus' node exporter collects.
 * Asked and told by different threads.
 */
public final class WatchTally implements WatchListener, MultiCollector {
    private static final String UNCHANGED = "unchanged";
    private static final String RECEIVED = "received";

    private final Map<Key, Long> outcomes = new TreeMap<>();
    private final Map<String, Instant> answered = new TreeMap<>();
    private final Map<String, Long> figures = new TreeMap<>();
    private final Map<String, Instant> due = new TreeMap<>();
    private final Map<String, Integer> inARow = new TreeMap<>();
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
    public synchronized void received(Endpoint endpoint, Path file, long count, Instant at) {
        count(endpoint, RECEIVED);
        answered.put(endpoint.id(), at);
        figures.put(endpoint.id(), count);
    }

    @Override
    public synchronized void unchanged(Endpoint endpoint, Instant at) {
        count(endpoint, UNCHANGED);
        answered.put(endpoint.id(), at);
    }

    @Override
    public synchronized void failed(Endpoint endpoint, Reason reason, String detail, Instant at, Instant again) {
        failures++;
        count(endpoint, reason.written());
    }

    @Override
    public synchronized void waits(Endpoint endpoint, Instant again, int failed) {
        endpoints.put(endpoint.id(), endpoint);
        due.put(endpoint.id(), again);
        inARow.put(endpoint.id(), failed);
    }

    /** How many questions came to nothing. */
    public synchronized long failures() {
        return failures;
    }

    private Labels labels(String endpoint) {
        Endpoint known = endpoints.get(endpoint);
        return Labels.of("endpoint", endpoint, "source", known == null ? "" : known.source());
    }

    @Override
    public synchronized MetricSnapshots collect() {
        CounterSnapshot.Builder counted = CounterSnapshot.builder()
                .name("tidemark_endpoint_questions")
                .help("Questions to publishers by what came of them: received, unchanged, or why nothing came.");
        outcomes.forEach((key, n) -> counted.dataPoint(CounterDataPointSnapshot.builder()
                .labels(labels(key.endpoint()).merge(Labels.of("outcome", key.outcome())))
                .value((double) n)
                .build()));
        return MetricSnapshots.of(
                counted.build(),
                gauge(
                        "tidemark_endpoint_answered_timestamp_seconds",
                        "When a publisher last answered with a file, or that it has nothing new.",
                        answered,
                        at -> (double) at.getEpochSecond()),
                gauge(
                        "tidemark_endpoint_due_timestamp_seconds",
                        "When a publisher is asked next at the earliest.",
                        due,
                        at -> (double) at.getEpochSecond()),
                gauge(
                        "tidemark_endpoint_failures",
                        "Questions in a row, up to the last one, of which nothing came.",
                        inARow,
                        n -> (double) n),
                gauge(
                        "tidemark_endpoint_figures",
                        "Figures in the last file that a publisher has answered with.",
                        figures,
                        n -> (double) n));
    }

    private <T> GaugeSnapshot gauge(String name, String help, Map<String, T> of, ToDoubleFunction<T> value) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        of.forEach((id, one) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels(id))
                .value(value.applyAsDouble(one))
                .build()));
        return gauge.build();
    }

    /**
     * Answers one scrape.
     *
     * @param accept the Accept header; decides between the Prometheus text format and OpenMetrics
     */
    public Exposition scrape(@Nullable String accept) {
        ExpositionFormatWriter writer = ExpositionFormats.init().findWriter(accept);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            writer.write(body, collect());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Exposition(writer.getContentType(), body.toByteArray());
    }

    /** Writes the metrics in place of what the file held; whoever reads it meanwhile reads the one or the other. */
    public void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            ExpositionFormats.init().getPrometheusTextFormatWriter().write(out, collect());
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
