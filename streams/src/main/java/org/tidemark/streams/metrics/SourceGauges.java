package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.engine.store.PublicationStore;
import org.tidemark.engine.store.PublicationStore.Publications;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.streams.state.StoresUnavailableException;

/** When each source spoke last and how long it may be silent, as the stores know it: a restart forgets nothing. */
final class SourceGauges {
    private static final double MS_PER_SECOND = 1000;

    private SourceGauges() {}

    static List<GaugeSnapshot> of(StoreAccess stores, Function<String, Optional<SourceProfile>> profiles) {
        GaugeSnapshot.Builder published = GaugeSnapshot.builder()
                .name("tidemark_source_published_timestamp_seconds")
                .help("Newest publication instant applied of each source");
        GaugeSnapshot.Builder staleAfter = GaugeSnapshot.builder()
                .name("tidemark_source_stale_after_seconds")
                .help(
                        "Age of the newest publication from which on a source is late: its usual interval, its usual lag and"
                                + " a margin; absent under three publications");
        bySource(stores).forEach((source, publications) -> {
            Labels label = Labels.of("source", source);
            published.dataPoint(point(label, publications.newest().toEpochMilli() / MS_PER_SECOND));
            SourceRhythm.staleAfter(publications.stated(), profiles.apply(source))
                    .ifPresent(age -> staleAfter.dataPoint(point(label, (double) age.toSeconds())));
        });
        return List.of(published.build(), staleAfter.build());
    }

    private static SortedMap<String, Publications> bySource(StoreAccess stores) {
        SortedMap<String, Publications> bySource = new TreeMap<>();
        try {
            PublicationStore.reading(stores).each((source, publications) -> {
                // What a hostile file invents beyond the bound is not shown.
                if (bySource.size() < FlowCounts.SOURCES_MAX || bySource.containsKey(source)) {
                    bySource.merge(source, publications, Publications::and);
                }
            });
        } catch (StoresUnavailableException e) {
            // tidemark_stores_readable says so.
            bySource.clear();
        }
        return bySource;
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }
}
