package org.tidemark.producers.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.StatedFigure;
import org.tidemark.series.PublishedBasis;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** Decides when the figures of files became public, and refuses those of which that cannot be said. */
final class Dating {
    private final Catalogue catalogue;
    private final boolean asFiled;
    private final @Nullable Instant now;
    private final Consumer<Rejection> rejections;

    /**
     * Decides with this.
     *
     * @param now the clock of a live system, after which nothing is published; null where history is played
     */
    Dating(Catalogue catalogue, boolean asFiled, @Nullable Instant now, Consumer<Rejection> rejections) {
        this.catalogue = catalogue;
        this.asFiled = asFiled;
        this.now = now;
        this.rejections = rejections;
    }

    /** The publication of a figure that can be sent. */
    Optional<Publication> sendable(Part part, StatedFigure figure) {
        return publication(part, figure)
                .filter(p -> !p.published().isBefore(Instant.EPOCH) && !isAfterNow(p.published()));
    }

    private boolean isAfterNow(Instant published) {
        return now != null
                && published.isAfter(catalogue.recipes().releases().bounds().latest(now));
    }

    private Optional<Publication> publication(Part part, StatedFigure figure) {
        return Publication.of(
                figure, new Publication.Circumstances(part.file().filed(), part.first(), asFiled), catalogue);
    }

    /** Says why a figure cannot be sent, and counts it. */
    void reject(Part part, StatedFigure figure) {
        Publication publication = publication(part, figure).orElse(null);
        part.tally().rejected(RejectReason.BAD_PUBLISHED);
        String detail = figure.figure() + ": " + trouble(part, publication);
        String load = part.file().hash();
        rejections.accept(new Rejection(
                RejectReason.BAD_PUBLISHED,
                detail,
                FilePlace.of(part.file().name(), figure.where()),
                part.source().id(),
                figure.figure().series().economy(),
                figure.release(),
                publication == null ? null : publication.published(),
                new byte[0],
                load,
                null,
                Rejection.idOf(load, figure.where(), RejectReason.BAD_PUBLISHED, detail)));
    }

    private String trouble(Part part, @Nullable Publication publication) {
        String source = part.source().id();
        if (publication == null) {
            return "nothing tells when it became public; put a date such as 2025-01-14 into the file's name, or give source %s a lag in the catalogue"
                    .formatted(source);
        }
        return isAfterNow(publication.published())
                ? tooLate(publication, Objects.requireNonNull(now).truncatedTo(ChronoUnit.SECONDS))
                : "published %s, but the log counts time from 1970 on; correct the date, or write 1970-01-01 and set published_from: 1970 for source %s under 'bounds:' in a file and pass --catalogue"
                        .formatted(publication.published(), source);
    }

    private String tooLate(Publication publication, Instant clock) {
        long hours =
                catalogue.recipes().releases().bounds().publication().ahead().toHours();
        return publication.basis() == PublishedBasis.LAG
                ? "its usual lag dates it %s, but the clock says %s; put the date of the file into its name, such as 2025-01-14"
                        .formatted(publication.published(), clock)
                : "published %s, but the clock says %s; it may lie at most %d hours after the clock: correct the date, or set published_ahead under 'bounds:' in a file and pass --catalogue"
                        .formatted(publication.published(), clock, hours);
    }
}
