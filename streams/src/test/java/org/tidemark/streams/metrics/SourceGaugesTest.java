package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidemark.calendar.ReleaseCalendar;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.PublicationStore;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.SeriesId;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.wire.Codecs;

class SourceGaugesTest {
    private final FilledStores stores = new FilledStores();
    private final PublicationStore publications = new PublicationStore(stores);
    private final MonitorMetrics metrics = new MonitorMetrics(Codecs.singleObject(), 1_000);

    @AfterEach
    void close() throws Exception {
        metrics.close();
    }

    private List<String> sources() {
        metrics.read(stores);
        return new String(metrics.scrape(null).body(), StandardCharsets.UTF_8)
                .lines()
                .filter(l -> l.startsWith("tidemark_source_") || l.startsWith("tidemark_build"))
                .toList();
    }

    private void note(String economy, String source, String... instants) {
        for (String instant : instants) {
            publications.note(economy, source, Instant.parse(instant), false);
        }
    }

    @Test
    void theNewestOfAllEconomiesIsReadFromTheStores() {
        note("DE", "EUROSTAT", "2025-01-01T00:00:00Z");
        note("FR", "EUROSTAT", "2024-01-01T00:00:00Z");

        assertThat(sources())
                .containsExactly("tidemark_source_published_timestamp_seconds{source=\"EUROSTAT\"} 1.7356896E9");
    }

    @Test
    void whatIsExpectedNextComesFromPublicationsInAnyEconomy() {
        metrics.about(new BuildInfo("1.2", ShippedCatalogue.with(List.of())));
        note("US", "CENSUS_BTOS", "2026-01-01T00:00:00Z", "2026-01-29T00:00:00Z");
        note("WORLD", "CENSUS_BTOS", "2026-01-15T00:00:00Z");

        assertThat(sources())
                .contains("tidemark_source_next_release_timestamp_seconds{source=\"CENSUS_BTOS\"} "
                        + Instant.parse("2026-02-12T23:59:59.999Z").toEpochMilli() / 1000.0);
    }

    /** One notion of late: the first second of the day from which on the calendar calls a source late. */
    @Test
    void aSourceIsLateWhenTheCalendarCallsItLate() {
        SortedSet<Instant> published = new TreeSet<>();
        for (String day : List.of("2026-01-01", "2026-01-15", "2026-01-29", "2026-02-18")) {
            published.add(Instant.parse(day + "T23:59:59.999Z"));
        }
        note("US", "CENSUS_BTOS", published.stream().map(Instant::toString).toArray(String[]::new));

        LocalDate lateFrom = ReleaseCalendar.next(published, SourceProfile.undeclared("CENSUS_BTOS"))
                .orElseThrow()
                .lateFrom();
        Duration silent = Duration.between(
                published.last().plusMillis(1),
                lateFrom.atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(sources())
                .contains("tidemark_source_stale_after_seconds{source=\"CENSUS_BTOS\"} " + (double) silent.toSeconds());
    }

    private void hold(String source, String indicator) {
        BatchId batch = new BatchId(source, "r", Instant.parse("2026-01-01T00:00:00Z"), "l");
        new FigureStore(stores, Codecs.singleObject())
                .put(new FigureStore.Held(
                        new Observation(
                                new FigureId(new SeriesId(indicator, "US", "TOTAL", source), Period.parse("2025")),
                                10.0,
                                null,
                                "percent",
                                PublishedBasis.STATED,
                                ObservationStatus.NORMAL,
                                batch,
                                0,
                                batch.published(),
                                null),
                        FigureStore.Kind.SAID,
                        null));
    }

    @Test
    void aSourceOfWhichEverySeriesHasEndedIsNeverLateAndOneThatGoesOnIs() {
        metrics.about(new BuildInfo("1.2", ShippedCatalogue.with(List.of())));
        for (String source : List.of("ENDED", "GOES_ON")) {
            note("US", source, "2025-01-01T00:00:00Z", "2025-01-15T00:00:00Z", "2025-01-29T00:00:00Z");
            hold(source, "adoption.firms.goods_services");
            hold(source, "adoption.firms.goods_services_next6m");
        }
        hold("GOES_ON", "adoption.firms.any_function");

        assertThat(sources())
                .anyMatch(line -> line.startsWith("tidemark_source_published_timestamp_seconds{source=\"ENDED\"}"))
                .anyMatch(line -> line.startsWith("tidemark_source_stale_after_seconds{source=\"GOES_ON\"}"))
                .noneMatch(line -> line.startsWith("tidemark_source_stale_after_seconds{source=\"ENDED\"}"));
    }

    @Test
    void instantsThatWereCountedFromALagAreNoRhythm() {
        for (int day = 1; day < 9; day++) {
            publications.note("US", "INDEED_POSTINGS", Instant.parse("2026-01-0%dT00:00:00Z".formatted(day)), true);
        }

        assertThat(sources())
                .containsExactly("tidemark_source_published_timestamp_seconds{source=\"INDEED_POSTINGS\"} 1.7678304E9");
    }

    @Test
    void sourcesThatAHostileFileInventsStayUnderABound() {
        for (int i = 0; i < 1_000; i++) {
            note("US", "MADE_" + i, "2026-01-01T00:00:00Z");
        }

        assertThat(sources()).hasSize(PipelineCounters.SOURCES_MAX);
    }

    @Test
    void storesThatMoveSayNothingOfSources() {
        note("US", "EUROSTAT", "2026-01-01T00:00:00Z");
        stores.move();

        assertThat(sources()).isEmpty();
    }

    @Test
    void whatRunsIsToldInOneInfo() {
        metrics.about(new BuildInfo("1.2", ShippedCatalogue.with(List.of())));

        assertThat(sources())
                .singleElement()
                .asString()
                .matches(
                        "tidemark_build_info\\{catalogue=\"[0-9a-f]+\","
                                + "model=\"bank16-t5/[0-9]+[^\"]*\",rules=\"[0-9a-f]{16}\",schema=\"[0-9]+\",version=\"1.2\"} 1");
    }
}
