package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.store.PublicationStore;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.wire.Codecs;

class SourceGaugesTest {
    private static final int DAY_SECONDS = 86_400;

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
    void howLongASourceMayBeSilentComesFromItsPublicationsInAnyEconomyAndItsLag() {
        metrics.about(new About("1.2", ShippedCatalogue.with(List.of())));
        note("US", "CENSUS_BTOS", "2026-01-01T00:00:00Z", "2026-01-29T00:00:00Z");
        note("WORLD", "CENSUS_BTOS", "2026-01-15T00:00:00Z");

        assertThat(sources())
                .contains("tidemark_source_stale_after_seconds{source=\"CENSUS_BTOS\"} "
                        + (double) ((14 + 18 + 7) * DAY_SECONDS));
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

        assertThat(sources()).hasSize(FlowCounts.SOURCES_MAX);
    }

    @Test
    void storesThatMoveSayNothingOfSources() {
        note("US", "EUROSTAT", "2026-01-01T00:00:00Z");
        stores.move();

        assertThat(sources()).isEmpty();
    }

    @Test
    void whatRunsIsToldInOneInfo() {
        metrics.about(new About("1.2", ShippedCatalogue.with(List.of())));

        assertThat(sources())
                .singleElement()
                .asString()
                .matches(
                        "tidemark_build_info\\{catalogue=\"[0-9a-f]+\","
                                + "model=\"bank16-t5/[0-9]+[^\"]*\",rules=\"[0-9a-f]{16}\",schema=\"[0-9]+\",version=\"1.2\"} 1");
    }
}
