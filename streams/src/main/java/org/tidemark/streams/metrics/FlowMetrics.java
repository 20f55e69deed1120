package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.engine.store.RejectionStore;
import org.tidemark.judge.Assessment;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.streams.state.StoresUnavailableException;
import org.tidemark.validate.RejectReason;
import org.tidemark.wire.Codecs;

/** The metrics of what has passed since the process began, and of what it holds back. */
final class FlowMetrics {
    private final PipelineCounters flow;
    private final Codecs codecs;

    FlowMetrics(PipelineCounters flow, Codecs codecs) {
        this.flow = flow;
        this.codecs = codecs;
    }

    List<MetricSnapshot> snapshots(StoreAccess from) {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        snapshots.add(counter(
                "tidemark_observations",
                "Observations applied, by what they did to what is held",
                "outcome",
                flow.outcomes()));
        snapshots.add(rejected(from));
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
        snapshots.add(quarantine(from));
        return snapshots;
    }

    /**
     * What the rejected topic holds, whoever wrote it; absent while it cannot be read, since a count that falls to 0 and
     * comes back would be taken for new refusals. Each partition has its own, so that one that moves to another process
     * is no jump of a count.
     */
    private CounterSnapshot rejected(StoreAccess from) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder()
                .name("tidemark_rejected")
                .help("Rows and records refused, by reason; the rejected topic holds them");
        rejections(from)
                .forEach((partition, byReason) ->
                        byReason.forEach((reason, count) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                                .labels(Labels.of(
                                        "partition",
                                        Integer.toString(partition),
                                        "reason",
                                        reason.name().toLowerCase(Locale.ROOT)))
                                .value((double) count)
                                .build())));
        return counter.build();
    }

    private SortedMap<Integer, SortedMap<RejectReason, Long>> rejections(StoreAccess from) {
        try {
            return RejectionStore.reading(from, codecs).counts();
        } catch (StoresUnavailableException e) {
            // tidemark_stores_readable says so.
            return Collections.emptySortedMap();
        }
    }

    /** What is held now; sources that a hostile file invents beyond the bound are counted together. */
    private GaugeSnapshot quarantine(StoreAccess from) {
        SortedMap<String, Integer> held = new TreeMap<>();
        try {
            JudgementStore.reading(from, codecs).each(null, judgement -> {
                if (judgement.status() == Assessment.Status.HELD) {
                    String source = judgement.part().batch().source();
                    boolean shown = held.size() < PipelineCounters.SOURCES_MAX || held.containsKey(source);
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
        held.forEach((source, count) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(Labels.of("source", source))
                .value(count)
                .build()));
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
}
