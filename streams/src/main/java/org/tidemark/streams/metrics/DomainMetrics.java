package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.AlertRules;
import org.tidemark.catalogue.EndedSeries;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.engine.store.AlertStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.StandingStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.streams.state.StoresUnavailableException;
import org.tidemark.told.Told;
import org.tidemark.wire.Codecs;

/**
 * The one owner of the metrics of the domain: names, help and labels. A second owner of one of them would fail every
 * scrape. What estimates say is read from the store of the latest when Prometheus asks, so nothing is kept twice.
 */
final class DomainMetrics implements MultiCollector {
    private final List<CellGauge> gauges = Stream.of(CellGauges.all(), ComposedGauges.all(), MeasureGauges.all())
            .flatMap(List::stream)
            .toList();
    private final PipelineCounters flow;
    private final Codecs codecs;
    private final int seriesMax;
    private final Clock clock;
    private volatile StoreAccess stores;
    private volatile Supplier<OptionalLong> lag = OptionalLong::empty;
    private volatile @Nullable BuildInfo about;
    private final LongAdder estimatesRead = new LongAdder();
    private volatile boolean readable;
    private volatile boolean rehearsed = true;

    DomainMetrics(StoreAccess stores, Codecs codecs, PipelineCounters flow, int seriesMax, Clock clock) {
        this.clock = clock;
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

    void about(BuildInfo what) {
        about = what;
    }

    /** How many estimates all scrapes together have read. */
    long estimatesRead() {
        return estimatesRead.sum();
    }

    /** Whether what is in the stores was read, when all was shown last. */
    boolean isReadable() {
        return readable;
    }

    /** Until they are rehearsed, scrapes show nothing of what is in the stores: the first one that does is slow. */
    void rehearsed(boolean are) {
        rehearsed = are;
    }

    @Override
    public MetricSnapshots collect() {
        return rehearsed ? all() : snapshots(DomainMetrics::notYet).all();
    }

    /** All that is shown once scrapes are rehearsed. */
    MetricSnapshots all() {
        Shown shown = snapshots(stores);
        readable = shown.readable();
        return shown.all();
    }

    private record Shown(MetricSnapshots all, boolean readable) {}

    private static ReadOnlyKeyValueStore<Bytes, byte[]> notYet(String name) {
        throw new StoresUnavailableException("store %s is not shown yet".formatted(name), null);
    }

    private Shown snapshots(StoreAccess from) {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        process(snapshots);
        snapshots.addAll(new FlowMetrics(flow, codecs).snapshots(from));
        snapshots.addAll(SourceGauges.of(from, this::profile, EndedSources.of(from, codecs, this::hasEnded)));
        snapshots.addAll(ScoreGauges.of(from));
        AlertMetrics alerts = alerts(from);
        snapshots.addAll(alerts.snapshots(flow.alerted()));
        told(alerts, from).ifPresent(snapshots::add);
        RuleThresholds thresholds = new RuleThresholds(rules());
        int others = snapshots.stream().mapToInt(s -> s.getDataPoints().size()).sum() + thresholds.max() + 2;
        int max = Math.max(0, seriesMax - others);
        Optional<CellSelection> read = cells(max, thresholds, from);
        CellSelection cells = read.orElseGet(() -> new CellSelection(gauges, max));
        snapshots.add(thresholds.snapshot());
        snapshots.add(gauge(
                "tidemark_stores_readable",
                "1 while the estimates can be read, 0 while they are restored, moved or read for the first time",
                read.isPresent() ? 1 : 0));
        snapshots.add(
                gauge("tidemark_series_dropped", "Series not shown, because the cap on series is reached", (double)
                        (cells.dropped() + alerts.dropped())));
        snapshots.addAll(cellSnapshots(cells));
        return new Shown(new MetricSnapshots(snapshots), read.isPresent());
    }

    private Optional<EndedSeries> ended(Estimate estimate) {
        BuildInfo known = about;
        return known == null
                ? Optional.empty()
                : known.catalogue().ended(estimate.key().concept());
    }

    private boolean hasEnded(String indicator) {
        BuildInfo known = about;
        return known != null && known.catalogue().hasEnded(indicator);
    }

    private AlertRules rules() {
        BuildInfo known = about;
        return known == null ? AlertRules.NONE : known.catalogue().recipes().alerts();
    }

    private Optional<MetricSnapshot> told(AlertMetrics alerts, StoreAccess from) {
        try {
            AlertStore store = AlertStore.reading(from, codecs);
            return Optional.of(AlertTold.of(
                    alerts.active(), store, Optional.ofNullable(about).map(BuildInfo::catalogue)));
        } catch (StoresUnavailableException e) {
            // tidemark_stores_readable says so.
            return Optional.empty();
        }
    }

    private AlertMetrics alerts(StoreAccess from) {
        AlertMetrics alerts = new AlertMetrics(rules());
        try {
            StandingStore.reading(from, codecs).each(alerts::offer);
            return alerts;
        } catch (StoresUnavailableException e) {
            // tidemark_stores_readable says so.
            return new AlertMetrics(rules());
        }
    }

    /** Empty while they cannot be read: some of them would look like all. */
    private Optional<CellSelection> cells(int max, RuleThresholds thresholds, StoreAccess from) {
        CellSelection cells = new CellSelection(gauges, max);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            LatestEstimateStore.reading(from, codecs).each(null, estimate -> {
                estimatesRead.increment();
                cells.offer(Told.of(estimate, today, ended(estimate)));
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

    private SourceProfile profile(String source) {
        BuildInfo known = about;
        return known == null
                ? SourceProfile.undeclared(source)
                : known.catalogue().source(source);
    }

    /** What is said of the process as a whole. */
    private void process(List<MetricSnapshot> snapshots) {
        BuildInfo known = about;
        if (known != null) {
            snapshots.add(known.snapshot());
            snapshots.add(aggregates(known));
            snapshots.add(MeasureGauges.info(known.catalogue()));
        }
        lag.get()
                .ifPresent(records -> snapshots.add(gauge(
                        "tidemark_input_lag_records",
                        "Records that have arrived and are not processed; absent until the first fetch",
                        (double) records)));
    }

    /** So that a question about economies need not count an aggregate among its members. */
    private static GaugeSnapshot aggregates(BuildInfo known) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("tidemark_economy_aggregate")
                .help("1 of each economy that is an aggregate of others");
        known.catalogue().aggregates().keySet().forEach(code -> gauge.dataPoint(point(Labels.of("economy", code), 1)));
        return gauge.build();
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
