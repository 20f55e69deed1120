package org.tidemark.producers.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.producers.StatedFigure;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;

/**
 * When a figure became public, and how that is known.
 *
 * <p>In a source's first delivery each figure gets the earlier of the file's date and the usual date, so that a file of
 * 2025 that holds 2020 plays as history and not as one update. From the second on, what a file holds became public with
 * that file.
 */
record Publication(Instant published, PublishedBasis basis, String release) {
    /** No record's timestamp is before 1970: what usually became public earlier is known from the first day on. */
    private static final Instant EARLIEST_USUAL = PublicationDate.endOf(LocalDate.EPOCH);

    /**
     * The circumstances of a file.
     *
     * @param filed date of the file; null when nothing tells
     * @param first whether the file belongs to the first delivery of its source
     * @param asFiled whether everything is to count as published with its file
     */
    record Circumstances(@Nullable Instant filed, boolean first, boolean asFiled) {}

    /** The publication of one figure; empty when nothing tells when it became public. */
    static Optional<Publication> of(StatedFigure figure, Circumstances file, Catalogue catalogue) {
        if (figure.stated() != null) {
            return Optional.of(known(figure, figure.stated(), PublishedBasis.STATED));
        }
        Instant filed = file.filed();
        if (filed != null && (file.asFiled() || !file.first())) {
            return Optional.of(withFile(figure, filed));
        }
        Optional<Publication> usual = usual(figure, catalogue);
        if (filed == null) {
            return usual;
        }
        return usual.filter(u -> !filed.isBefore(u.published())).or(() -> Optional.of(withFile(figure, filed)));
    }

    private static Optional<Publication> usual(StatedFigure figure, Catalogue catalogue) {
        if (figure.usual() != null) {
            return Optional.of(usually(figure, figure.usual(), PublishedBasis.LAG));
        }
        SourceProfile source = catalogue.source(figure.figure().series().source());
        Period period = figure.figure().period();
        Instant listed = source.publicationTable().get(period);
        if (listed != null) {
            return Optional.of(usually(figure, listed, PublishedBasis.STATED));
        }
        java.time.Period lag = source.lag() != null
                ? source.lag()
                : catalogue
                        .indicator(figure.figure().series().indicator())
                        .map(i -> i.lag())
                        .orElse(null);
        return Optional.ofNullable(lag)
                .map(l -> usually(figure, PublicationDate.endOf(period.end().plus(l)), PublishedBasis.LAG));
    }

    private static Publication usually(StatedFigure figure, Instant published, PublishedBasis basis) {
        return known(figure, published.isBefore(Instant.EPOCH) ? EARLIEST_USUAL : published, basis);
    }

    private static Publication known(StatedFigure figure, Instant published, PublishedBasis basis) {
        String release = figure.release();
        return new Publication(
                published,
                basis,
                release == null ? release(figure.figure().series().source(), published) : release);
    }

    private static Publication withFile(StatedFigure figure, Instant filed) {
        return new Publication(
                filed, PublishedBasis.FILE, release(figure.figure().series().source(), filed));
    }

    /** Id of a release that its publisher gives none: the source and the day, or the instant within it. */
    static String release(String source, Instant published) {
        LocalDate day = LocalDate.ofInstant(published, ZoneOffset.UTC);
        return source + "@" + (PublicationDate.endOf(day).equals(published) ? day : published);
    }
}
