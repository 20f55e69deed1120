package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.AlertRules;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.judge.Judgement;
import org.tidemark.streams.state.JudgementStore;
import org.tidemark.streams.state.LatestEstimateStore;
import org.tidemark.streams.state.StandingStore;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.streams.state.StoresUnavailableException;
import org.tidemark.wire.Codecs;

/**
 * The one owner of the metrics of the domain: names, help and labels. A second owner of one of them would fail every
 * scrape. What estimates say is read from the store of the latest when Prometheus asks, so nothing is kept twice.
 */
final class DomainMetrics implements MultiCollector {
    private final List<CellGauge> gauges = Stream.of(CellGauges.all(), ComposedGauges.all())
            .flatMap(List::stream)
            .toList();
    private final FlowCounts flow;
    private final Codecs codecs;
    private final int seriesMax;
    private volatile StoreAccess stores;
    private volatile Supplier<OptionalLong> lag = OptionalLong::empty;
    private volatile @Nullable About about;
    private final LongAdder estimatesRead = new LongAdder();
    private volatile boolean readable;

    DomainMetrics(StoreAccess stores, Codecs codecs, FlowCounts flow, int seriesMax) {
        this.stores = stores;
        this.codecs = codecs;
        this.flow = flow;
        this.seriesMax = seriesMax;
    }

    void read(StoreAccess from) {
        stores = from;
    }

    void read(Supplier<OptionalLong> lagRecords) {
        lag = lagRecords;
    }

    void about(About what) {
        about = what;
    }

    /** How many estimates all scrapes together have read. */
    long estimatesRead() {
        return estimatesRead.sum();
    }

    /** Whether the last scrape could read the estimates. */
    boolean isReadable() {
        return readable;
    }

    @Override
    public MetricSnapshots collect() {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        process(snapshots);
        flow(snapshots);
        AlertMetrics alerts = alerts();
        snapshots.addAll(alerts.snapshots(flow.alerted()));
        RuleThresholds thresholds = new RuleThresholds(rules());
        int others = snapshots.stream().mapToInt(s -> s.getDataPoints().size()).sum() + thresholds.max() + 2;
        int max = Math.max(0, seriesMax - others);
        Optional<CellSelection> read = cells(max, thresholds);
        CellSelection cells = read.orElseGet(() -> new CellSelection(gauges, max));
        readable = read.isPresent();
        snapshots.add(thresholds.snapshot());
        snapshots.add(gauge(
                "tidemark_stores_readable",
                "1 while the estimates can be read, 0 while they are restored or moved",
                read.isPresent() ? 1 : 0));
        snapshots.add(
                gauge("tidemark_series_dropped", "Series not shown, because the cap on series is reached", (double)
                        (cells.dropped() + alerts.dropped())));
        snapshots.addAll(cellSnapshots(cells));
        return new MetricSnapshots(snapshots);
    }

    private AlertRules rules() {
        About known = about;
        return known == null ? AlertRules.NONE : known.catalogue().recipes().alerts();
    }

    private AlertMetrics alerts() {
        AlertMetrics alerts = new AlertMetrics(rules());
        try {
            StandingStore.reading(stores.store(StandingStore.NAME), codecs).each(alerts::offer);
            return alerts;
        } catch (StoresUnavailableException e) {
            // tidemark_stores_readable says so.
            return new AlertMetrics(rules());
        }
    }

    /** Empty while they cannot be read: some of them would look like all. */
    private Optional<CellSelection> cells(int max, RuleThresholds thresholds) {
        CellSelection cells = new CellSelection(gauges, max);
        try {
            LatestEstimateStore.reading(stores.store(LatestEstimateStore.NAME), codecs)
                    .each(null, estimate -> {
                        estimatesRead.increment();
                        cells.offer(estimate);
                        thresholds.offer(estimate);
                        return true;
                    });
            return Optional.of(cells);
        } catch (StoresUnavailableException e) {
            return Optional.empty();
        }
    }

    private List<GaugeSnapshot> cellSnapshots(CellSelection cells) {
        Map<String, GaugeSnapshot.Builder> byName = new LinkedHashMap<>();
        gauges.forEach(g -> byName.computeIfAbsent(
                g.name(), name -> GaugeSnapshot.builder().name(name).help(g.help())));
        GaugeSnapshot.Builder drifts =
                GaugeSnapshot.builder().name(SourceDrifts.NAME).help(SourceDrifts.HELP);
        cells.cells().forEach((key, cell) -> {
            for (CellSelection.Reading reading : cell.readings()) {
                CellGauge gauge = reading.gauge();
                Objects.requireNonNull(byName.get(gauge.name()))
                        .dataPoint(point(gauge.labels().apply(key), reading.value()));
            }
            cell.drifts().forEach(drift -> drifts.dataPoint(point(drift.labels(), drift.z())));
        });
        return Stream.concat(byName.values().stream(), Stream.of(drifts))
                .map(GaugeSnapshot.Builder::build)
                .toList();
    }

    private void flow(List<MetricSnapshot> snapshots) {
        snapshots.add(counter(
                "tidemark_observations",
                "Observations applied, by what they did to what is held",
                "outcome",
                flow.outcomes()));
        snapshots.add(counter(
                "tidemark_rejected",
                "Records refused, by reason; the rejected topic holds them",
                "reason",
                flow.rejected()));
        snapshots.add(counter(
                "tidemark_withdrawn_by_absence",
                "Figures that a complete release left out",
                flow.withdrawnByAbsence()));
        snapshots.add(counter(
                "tidemark_releases_applied", "Releases applied, counted in each economy", flow.releasesApplied()));
        snapshots.add(counter(
                "tidemark_releases_left_pending",
                "Releases closed before all of them had arrived, counted in each economy",
                flow.releasesLeftPending()));
        snapshots.add(counter(
                "tidemark_releases_judged",
                "Parts of releases (one indicator of one economy) judged, or judged again, by what was made of them",
                "status",
                flow.judged()));
        snapshots.add(quarantine());
        snapshots.addAll(SourceGauges.of(stores, this::profile));
    }

    private Optional<SourceProfile> profile(String source) {
        return Optional.ofNullable(about).map(known -> known.catalogue().source(source));
    }

    /** What is said of the process as a whole. */
    private void process(List<MetricSnapshot> snapshots) {
        About known = about;
        if (known != null) {
            snapshots.add(known.snapshot());
        }
        lag.get()
                .ifPresent(records -> snapshots.add(gauge(
                        "tidemark_input_lag_records",
                        "Records that have arrived and are not processed; absent until the first fetch",
                        (double) records)));
    }

    /** What is held now; sources that a hostile file invents beyond the bound are counted together. */
    private GaugeSnapshot quarantine() {
        SortedMap<String, Integer> held = new TreeMap<>();
        try {
            JudgementStore.reading(stores.store(JudgementStore.NAME), codecs).each(null, judgement -> {
                if (judgement.status() == Judgement.Status.HELD) {
                    String source = judgement.part().batch().source();
                    boolean shown = held.size() < FlowCounts.SOURCES_MAX || held.containsKey(source);
                    held.merge(shown ? source : "OTHERS", 1, Integer::sum);
                }
                return true;
            });
        } catch (StoresUnavailableException e) {
            // tidemark_stores_readable says so.
            held.clear();
        }
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("tidemark_quarantine_held")
                .help("Parts of releases that are held and wait for a decision, by source");
        held.forEach((source, count) -> gauge.dataPoint(point(Labels.of("source", source), count)));
        return gauge.build();
    }

    private static <K extends Enum<K>> CounterSnapshot counter(
            String name, String help, String label, Map<K, LongAdder> counts) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
        counts.forEach((key, count) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(Labels.of(label, key.name().toLowerCase(Locale.ROOT)))
                .value((double) count.sum())
                .build()));
        return counter.build();
    }

    private static CounterSnapshot counter(String name, String help, long count) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(
                        CounterDataPointSnapshot.builder().value((double) count).build())
                .build();
    }

    private static GaugeSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(point(Labels.EMPTY, value))
                .build();
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }
}
