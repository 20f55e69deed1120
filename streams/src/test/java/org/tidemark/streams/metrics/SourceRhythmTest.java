package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.catalogue.SourceProfile;

class SourceRhythmTest {
    private final Catalogue catalogue = ShippedCatalogue.with(List.of());

    private static SortedSet<Instant> on(String... days) {
        SortedSet<Instant> instants = new TreeSet<>();
        for (String day : days) {
            instants.add(Instant.parse(day + "T23:59:59.999Z"));
        }
        return instants;
    }

    private Optional<Duration> staleAfter(String source, String... days) {
        return SourceRhythm.staleAfter(on(days), Optional.of(catalogue.source(source)));
    }

    @Test
    void aWaveEveryTwoWeeksIsLateAfterAnIntervalItsLagAndAWeek() {
        assertThat(staleAfter("CENSUS_BTOS", "2025-08-28", "2025-09-11", "2025-09-25", "2025-10-09"))
                .contains(Duration.ofDays(14 + 18 + 7));
    }

    @Test
    void theMarginOfASlowSourceIsAQuarterOfItsInterval() {
        // 851, 245 and 334 days apart.
        assertThat(staleAfter("EUROSTAT", "2022-01-31", "2024-05-31", "2025-01-31", "2025-12-31"))
                .contains(Duration.ofDays(334 + 31).plus(Duration.ofDays(334).dividedBy(4)));
    }

    @Test
    void ofTwoMiddleIntervalsTheLongerOneCounts() {
        assertThat(staleAfter("RAMP", "2026-01-01", "2026-01-11", "2026-01-31")).contains(Duration.ofDays(20 + 7));
    }

    @Test
    void severalReleasesOfADayAreOnePublication() {
        SortedSet<Instant> instants = on("2026-01-01", "2026-01-11", "2026-01-31");
        instants.add(Instant.parse("2026-01-31T08:00:00Z"));

        assertThat(SourceRhythm.staleAfter(instants, Optional.empty())).contains(Duration.ofDays(27));
    }

    @Test
    void theCataloguesTableStandsInForWhatHasNotBeenSeen() {
        SourceProfile microsoft = catalogue.source("MICROSOFT_AIEI");
        assertThat(microsoft.publicationTable()).hasSizeGreaterThanOrEqualTo(3);

        assertThat(SourceRhythm.staleAfter(on("2026-05-31"), Optional.of(microsoft)))
                .contains(Duration.ofDays(120 + 30));
    }

    @Test
    void nothingIsClaimedOfASourceThatSpokeTwice() {
        assertThat(staleAfter("CICC", "2024-01-31", "2025-01-31")).isEmpty();
    }
}
