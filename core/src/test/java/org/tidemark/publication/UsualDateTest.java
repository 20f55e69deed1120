package org.tidemark.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.SeriesId;

class UsualDateTest {
    private static final Catalogue CATALOGUE = CatalogueYaml.parse(
            List.of(
                    new CatalogueYaml.Text(
                            "made",
                            """
            families:
              toy.:
                title: Made up
                role: adoption
                unit: percent
                range: [0, 100]
              slow.:
                title: Made up, with a usual lag of its own
                role: adoption
                unit: percent
                range: [0, 100]
                lag: P3M
            sources:
              LAGGED:
                lag: P1M
              TABLED:
                lag: P1M
                published:
                  2024-01: '2024-02-20'
            """)));

    @Test
    void theFormatKnowsBetterThanTheCatalogue() {
        assertUsual(of("TABLED", "toy.level", "2024-01", "2024-02-02"), "2024-02-02", PublishedBasis.LAG);
    }

    @Test
    void theCalendarComesBeforeTheLag() {
        assertUsual(of("TABLED", "toy.level", "2024-01", null), "2024-02-20", PublishedBasis.CALENDAR);
        assertUsual(of("TABLED", "toy.level", "2024-02", null), "2024-03-29", PublishedBasis.LAG);
    }

    @Test
    void theLagOfTheSourceComesBeforeThatOfTheIndicator() {
        assertUsual(of("LAGGED", "slow.level", "2024-01", null), "2024-02-29", PublishedBasis.LAG);
        assertUsual(of("UNHEARD", "slow.level", "2024-01", null), "2024-04-30", PublishedBasis.LAG);
    }

    @Test
    void nobodyKnowsItOfASourceWithoutAny() {
        assertThat(of("UNHEARD", "toy.level", "2024-01", null)).isEmpty();
    }

    @Test
    void whatUsuallyBecamePublicBefore1970IsKnownFromItsFirstDayOn() {
        assertUsual(of("LAGGED", "toy.level", "1959-01", null), "1970-01-01", PublishedBasis.LAG);
        assertUsual(of("LAGGED", "toy.level", "1959-01", "1959-03-01"), "1970-01-01", PublishedBasis.LAG);
    }

    private static Optional<Publication> of(String source, String indicator, String period, @Nullable String known) {
        FigureId figure = new FigureId(new SeriesId(indicator, "DE", SeriesId.TOTAL, source), Period.parse(period));
        return UsualDate.of(figure, known == null ? null : PublicationDate.parse(known), CATALOGUE);
    }

    private static void assertUsual(Optional<Publication> actual, String day, PublishedBasis basis) {
        assertThat(actual).contains(new Publication(PublicationDate.parse(day), basis));
    }
}
