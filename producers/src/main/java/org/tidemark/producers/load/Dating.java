package org.tidemark.producers.load;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.StatedFigure;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** Decides when the figures of files became public, and refuses those of which that cannot be said. */
final class Dating {
    private final Catalogue catalogue;
    private final boolean asFiled;
    private final Consumer<Rejection> rejections;

    Dating(Catalogue catalogue, boolean asFiled, Consumer<Rejection> rejections) {
        this.catalogue = catalogue;
        this.asFiled = asFiled;
        this.rejections = rejections;
    }

    /** The publication of a figure that can be sent. */
    Optional<Publication> sendable(Part part, StatedFigure figure) {
        return publication(part, figure).filter(p -> !p.published().isBefore(Instant.EPOCH));
    }

    private Optional<Publication> publication(Part part, StatedFigure figure) {
        return Publication.of(
                figure, new Publication.Circumstances(part.file().filed(), part.first(), asFiled), catalogue);
    }

    /** Says why a figure cannot be sent, and counts it. */
    void reject(Part part, StatedFigure figure) {
        Instant published =
                publication(part, figure).map(Publication::published).orElse(null);
        part.tally().rejected(RejectReason.BAD_PUBLISHED);
        rejections.accept(new Rejection(
                RejectReason.BAD_PUBLISHED,
                figure.figure() + ": " + trouble(part, published),
                part.file().name() + ", " + figure.where(),
                part.source().id(),
                figure.figure().series().economy(),
                figure.release(),
                published,
                new byte[0]));
    }

    private static String trouble(Part part, @Nullable Instant published) {
        return published == null
                ? "nothing tells when it became public; put a date such as 2025-01-14 into the file's name, or give source %s a lag in the catalogue"
                        .formatted(part.source().id())
                : "published %s, but the log counts time from 1970 on; write 1970-01-01 as its publication date"
                        .formatted(published);
    }
}
