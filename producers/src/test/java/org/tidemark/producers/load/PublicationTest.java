package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.load.Publication.Circumstances;
import org.tidemark.series.FigureId;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.SeriesId;

class PublicationTest {
    private static final Circumstances FIRST = new Circumstances(day("2025-06-30"), true, false);
    private static final Circumstances LATER = new Circumstances(day("2025-06-30"), false, false);
    private static final Circumstances AS_FILED = new Circumstances(day("2025-06-30"), true, true);
    private static final Circumstances UNDATED = new Circumstances(null, true, false);

    @Test
    void whatIsStatedWinsOverEverything() {
        StatedFigure figure = figure("TABLED", "2024-01", "2024-03-05", "2024-02-02", "R7");

        for (Circumstances file : new Circumstances[] {FIRST, LATER, AS_FILED, UNDATED}) {
            assertPublication(of(figure, file), "2024-03-05", PublishedBasis.STATED, "R7");
        }
    }

    @Test
    void aStatedFigureWithoutAReleaseIsOfTheDay() {
        assertPublication(
                of(figure("TABLED", "2024-01", "2024-03-05", null, null), FIRST),
                "2024-03-05",
                PublishedBasis.STATED,
                "TABLED@2024-03-05");
    }

    @Test
    void aReleaseWithinTheDayIsOfTheInstant() {
        assertThat(of(figure("TABLED", "2024-01", "2024-03-05T12:30:00Z", null, null), FIRST))
                .map(Publication::release)
                .contains("TABLED@2024-03-05T12:30:00Z");
    }

    @Test
    void inAFirstDeliveryTheFormatKnowsBetterThanTheCatalogue() {
        assertPublication(
                of(figure("TABLED", "2024-01", null, "2024-02-02", "R7"), FIRST),
                "2024-02-02",
                PublishedBasis.LAG,
                "R7");
    }

    @Test
    void inAFirstDeliveryTheTableComesBeforeTheLag() {
        assertPublication(
                of(figure("TABLED", "2024-01", null, null, null), FIRST),
                "2024-02-20",
                PublishedBasis.STATED,
                "TABLED@2024-02-20");
        assertPublication(
                of(figure("TABLED", "2024-02", null, null, null), FIRST),
                "2024-03-29",
                PublishedBasis.LAG,
                "TABLED@2024-03-29");
    }

    @Test
    void aSourceWithoutLagHasThatOfTheIndicator() {
        StatedFigure figure = figure("UNHEARD", "slow.level", "2024-01", null, null, null);

        assertPublication(of(figure, FIRST), "2024-04-30", PublishedBasis.LAG, "UNHEARD@2024-04-30");
    }

    @Test
    void theLagOfTheSourceComesBeforeThatOfTheIndicator() {
        StatedFigure figure = figure("LAGGED", "slow.level", "2024-01", null, null, null);

        assertPublication(of(figure, FIRST), "2024-02-29", PublishedBasis.LAG, "LAGGED@2024-02-29");
    }

    @Test
    void nothingInAFirstDeliveryIsLaterThanItsFile() {
        Circumstances early = new Circumstances(day("2024-02-19"), true, false);

        assertPublication(
                of(figure("TABLED", "2024-01", null, null, "R7"), early),
                "2024-02-19",
                PublishedBasis.FILE,
                "TABLED@2024-02-19");
    }

    @Test
    void onTheUsualDayItselfTheBasisIsTheUsualOne() {
        Circumstances onTheDay = new Circumstances(day("2024-02-29"), true, false);

        assertPublication(
                of(figure("LAGGED", "2024-01", null, null, null), onTheDay),
                "2024-02-29",
                PublishedBasis.LAG,
                "LAGGED@2024-02-29");
    }

    @Test
    void laterFilesAndThoseAsFiledGiveTheirOwnDateAndNoRelease() {
        StatedFigure figure = figure("TABLED", "2024-01", null, "2024-02-02", "R7");

        assertPublication(of(figure, LATER), "2025-06-30", PublishedBasis.FILE, "TABLED@2025-06-30");
        assertPublication(of(figure, AS_FILED), "2025-06-30", PublishedBasis.FILE, "TABLED@2025-06-30");
    }

    @Test
    void aFileWithoutADateGivesTheUsualOneHoweverItIsLoaded() {
        StatedFigure figure = figure("LAGGED", "2024-01", null, null, null);

        for (boolean first : new boolean[] {true, false}) {
            for (boolean asFiled : new boolean[] {true, false}) {
                assertPublication(
                        of(figure, new Circumstances(null, first, asFiled)),
                        "2024-02-29",
                        PublishedBasis.LAG,
                        "LAGGED@2024-02-29");
            }
        }
    }

    @Test
    void withoutAnyLagAFirstDeliveryIsAsOldAsItsFile() {
        assertPublication(
                of(figure("UNHEARD", "2024-01", null, null, null), FIRST),
                "2025-06-30",
                PublishedBasis.FILE,
                "UNHEARD@2025-06-30");
    }

    @Test
    void nothingTellsOfAnUndatedFileWithoutLag() {
        assertThat(of(figure("UNHEARD", "2024-01", null, null, null), UNDATED)).isEmpty();
    }

    @Test
    void whatUsuallyBecamePublicBefore1970IsKnownFromItsFirstDayOn() {
        assertPublication(
                of(figure("LAGGED", "1959-01", null, null, null), FIRST),
                "1970-01-01",
                PublishedBasis.LAG,
                "LAGGED@1970-01-01");
        assertPublication(
                of(figure("LAGGED", "1959-01", null, "1959-03-01", "R1"), FIRST),
                "1970-01-01",
                PublishedBasis.LAG,
                "R1");
    }

    private static Optional<Publication> of(StatedFigure figure, Circumstances file) {
        return Publication.of(figure, file, ToyCatalogue.CATALOGUE);
    }

    private static void assertPublication(
            Optional<Publication> actual, String day, PublishedBasis basis, String release) {
        assertThat(actual).contains(new Publication(day(day), basis, release));
    }

    private static Instant day(String text) {
        return PublicationDate.parse(text);
    }

    private static StatedFigure figure(
            String source, String period, @Nullable String stated, @Nullable String usual, @Nullable String release) {
        return figure(source, "toy.level", period, stated, usual, release);
    }

    private static StatedFigure figure(
            String source,
            String indicator,
            String period,
            @Nullable String stated,
            @Nullable String usual,
            @Nullable String release) {
        return new StatedFigure(
                new FigureId(new SeriesId(indicator, "DE", SeriesId.TOTAL, source), Period.parse(period)),
                1.0,
                null,
                "percent",
                ObservationStatus.NORMAL,
                stated == null ? null : day(stated),
                usual == null ? null : day(usual),
                release,
                null,
                "line 1");
    }
}
