package org.tidemark.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.series.FigureId;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;

/** When a figure of its kind usually becomes public: by the catalogue's calendar, else by the usual lag. */
public final class UsualDate {
    /** No record's timestamp is before 1970: what usually became public earlier is known from the first day on. */
    private static final Instant EARLIEST = PublicationDate.endOf(LocalDate.EPOCH);

    private UsualDate() {}

    /**
     * The usual publication; empty when nobody knows it.
     *
     * @param known by the format, where it knows better than the catalogue; else null
     */
    public static Optional<Publication> of(FigureId figure, @Nullable Instant known, Catalogue catalogue) {
        if (known != null) {
            return Optional.of(usual(known, PublishedBasis.LAG));
        }
        SourceProfile source = catalogue.source(figure.series().source());
        Instant listed = source.publicationTable().get(figure.period());
        if (listed != null) {
            return Optional.of(usual(listed, PublishedBasis.CALENDAR));
        }
        return lag(figure, source, catalogue)
                .map(lag -> usual(PublicationDate.endOf(figure.period().end().plus(lag)), PublishedBasis.LAG));
    }

    private static Optional<Period> lag(FigureId figure, SourceProfile source, Catalogue catalogue) {
        Period lag = source.lag();
        return lag != null
                ? Optional.of(lag)
                : catalogue.indicator(figure.series().indicator()).map(i -> i.lag());
    }

    private static Publication usual(Instant published, PublishedBasis basis) {
        return new Publication(published.isBefore(Instant.EPOCH) ? EARLIEST : published, basis);
    }
}
