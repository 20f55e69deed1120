package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.calendar.ReleaseCalendar;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.engine.store.PublicationStore;
import org.tidemark.engine.store.PublicationStore.Publications;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.streams.state.StoresUnavailableException;

/** When each source spoke last and how long it may be silent, as the stores know it: a restart forgets nothing. */
final class SourceGauges {
    private static final double MS_PER_SECOND = 1000;

    private SourceGauges() {}

    static List<GaugeSnapshot> of(StoreAccess stores, Function<String, SourceProfile> profiles, Set<String> ended) {
        GaugeSnapshot.Builder published = GaugeSnapshot.builder()
                .name("tidemark_source_published_timestamp_seconds")
                .help("Newest publication instant applied of each source");
        GaugeSnapshot.Builder expected = GaugeSnapshot.builder()
                .name("tidemark_source_next_release_timestamp_seconds")
                .help(
                        "End of the day on which the next release of each source is expected, as it is stated or by its rhythm;"
                                + " absent under three publications");
        GaugeSnapshot.Builder staleAfter = GaugeSnapshot.builder()
                .name("tidemark_source_stale_after_seconds")
                .help(
                        "Age of the newest publication from which on a source is late: beyond the day on which the next one is"
                                + " expected, its band and a margin; absent under three publications, and where all its series"
                                + " have ended");
        bySource(stores).forEach((source, publications) -> {
            Labels label = Labels.of("source", source);
            published.dataPoint(point(label, publications.newest().toEpochMilli() / MS_PER_SECOND));
            ReleaseCalendar.next(publications.stated(), profiles.apply(source))
                    .filter(next -> !ended.contains(source))
                    .ifPresent(next -> {
                        expected.dataPoint(point(label, next.instant().toEpochMilli() / MS_PER_SECOND));
                        staleAfter.dataPoint(
                                point(label, (double) lateAfter(next).toSeconds()));
                    });
        });
        return List.of(published.build(), expected.build(), staleAfter.build());
    }

    /** From the end of the day of the newest release to the beginning of the first day on which the source is late. */
    private static Duration lateAfter(ExpectedRelease next) {
        return Duration.ofDays(ChronoUnit.DAYS.between(next.last(), next.lateFrom()) - 1);
    }

    private static SortedMap<String, Publications> bySource(StoreAccess stores) {
        SortedMap<String, Publications> bySource = new TreeMap<>();
        try {
            PublicationStore.reading(stores).each((source, publications) -> {
                // What a hostile file invents beyond the bound is not shown.
                if (bySource.size() < PipelineCounters.SOURCES_MAX || bySource.containsKey(source)) {
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
