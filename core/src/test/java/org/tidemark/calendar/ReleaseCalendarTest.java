package org.tidemark.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.calendar.ExpectedRelease.Basis;
import org.tidemark.calendar.ExpectedRelease.Status;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.catalogue.SourceProfile;

class ReleaseCalendarTest {
    private final Catalogue catalogue = ShippedCatalogue.with(List.of());

    private static List<Instant> on(String... days) {
        return Arrays.stream(days)
                .map(day -> Instant.parse(day + "T23:59:59.999Z"))
                .toList();
    }

    private ExpectedRelease next(String source, String... days) {
        return ReleaseCalendar.next(on(days), catalogue.source(source)).orElseThrow();
    }

    @Test
    void aWaveEveryTwoWeeksIsExpectedAfterTwoMore() {
        ExpectedRelease next = next("CENSUS_BTOS", "2025-08-28", "2025-09-11", "2025-09-25", "2025-10-09");

        assertThat(next.day()).isEqualTo("2025-10-23");
        assertThat(next.instant()).isEqualTo("2025-10-23T23:59:59.999Z");
        assertThat(next.basis()).isEqualTo(Basis.RHYTHM);
        assertThat(next.lateFrom()).isEqualTo("2025-10-30");
    }

    @Test
    void statusGoesFromAwaitedOverDueAndLateToSilent() {
        ExpectedRelease next = next("CENSUS_BTOS", "2025-08-28", "2025-09-11", "2025-09-25", "2025-10-09");

        assertThat(next.on(LocalDate.of(2025, 10, 22))).isEqualTo(Status.AWAITED);
        assertThat(next.on(LocalDate.of(2025, 10, 23))).isEqualTo(Status.DUE);
        assertThat(next.on(LocalDate.of(2025, 10, 29))).isEqualTo(Status.DUE);
        assertThat(next.on(LocalDate.of(2025, 10, 30))).isEqualTo(Status.LATE);
        assertThat(next.on(LocalDate.of(2025, 12, 18))).isEqualTo(Status.LATE);
        assertThat(next.on(LocalDate.of(2025, 12, 19))).isEqualTo(Status.SILENT);
        assertThat(next.overdueDays(LocalDate.of(2025, 10, 22))).isZero();
        assertThat(next.overdueDays(LocalDate.of(2025, 10, 30))).isEqualTo(7);
    }

    @Test
    void aMonthlySourceKeepsItsDayOfTheMonth() {
        // First days of months: after February an interval of 31 days would be one day off.
        assertThat(next("INDEED_POSTINGS", "2024-11-04", "2024-12-04", "2025-01-04", "2025-02-04")
                        .day())
                .isEqualTo("2025-03-04");
    }

    @Test
    void aDateThatThePublisherStatesIsTaken() {
        SourceProfile stated = catalogueWith("'2026': '2026-12-10'").source("EUROSTAT");

        ExpectedRelease next = ReleaseCalendar.next(on("2024-05-29", "2025-01-31", "2025-12-11"), stated)
                .orElseThrow();

        assertThat(next.basis()).isEqualTo(Basis.STATED);
        assertThat(next.day()).isEqualTo("2026-12-10");
        assertThat(next.earliest()).isEqualTo(next.latest()).isEqualTo(next.day());
        assertThat(next.lateFrom()).isEqualTo("2026-12-17");
    }

    @Test
    void aStatedDateIsTakenFromASourceThatSpokeOnce() {
        SourceProfile stated = catalogueWith("'2026': '2026-12-10'").source("CICC");

        assertThat(ReleaseCalendar.next(on("2025-12-10"), stated).orElseThrow().interval())
                .isEqualTo(365);
    }

    private static Catalogue catalogueWith(String published) {
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text(
                "own",
                """
                sources:
                  EUROSTAT:
                    published: {%s}
                  CICC:
                    published: {%s}
                """
                        .formatted(published, published))));
    }

    @Test
    void theCataloguesTableStandsInForWhatHasNotBeenSeen() {
        SourceProfile microsoft = catalogue.source("MICROSOFT_AIEI");
        assertThat(microsoft.publicationTable()).hasSizeGreaterThanOrEqualTo(3);

        assertThat(ReleaseCalendar.next(on("2026-05-31"), microsoft)).isPresent();
    }

    @Test
    void nothingIsClaimedOfASourceThatSpokeTwice() {
        assertThat(ReleaseCalendar.next(on("2024-01-31", "2025-01-31"), catalogue.source("CICC")))
                .isEmpty();
        assertThat(ReleaseCalendar.next(List.of(), catalogue.source("EUROSTAT")))
                .isEmpty();
    }

    @Test
    void eachReleaseIsComparedWithTheDayThatWasExpectedBeforeIt() {
        assertThat(ReleaseCalendar.errors(on("2025-01-01", "2025-01-11", "2025-01-21", "2025-02-02", "2025-02-11")))
                .containsExactly(2L, -1L);
    }
}
