package org.tidemark.producers.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.load.PastFigures.EarlierLoad;
import org.tidemark.publication.FileDating;
import org.tidemark.publication.Publication;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** Decides when the figures of files became public, and refuses those of which that cannot be said. */
final class PublicationDates {
    private final Catalogue catalogue;
    private final boolean asFiled;
    private final @Nullable Instant now;
    private final FutureClaims claims;
    private final Past past;
    private final Consumer<Rejection> rejections;
    private final List<String> remarks = new ArrayList<>();

    /**
     * What went before.
     *
     * @param said of the sources of which that is needed
     * @param doubtful sources in which a date depends on what other files have said
     */
    record Past(Deliveries deliveries, PastFigures said, Set<String> doubtful) {}

    /**
     * Decides nothing yet.
     *
     * @param now the clock of a live system, by which its files are received; null where history is played
     * @param claims which publications are refused as being of the future
     */
    PublicationDates(
            Catalogue catalogue,
            boolean asFiled,
            @Nullable Instant now,
            FutureClaims claims,
            Past past,
            Consumer<Rejection> rejections) {
        this.claims = claims;
        this.catalogue = catalogue;
        this.asFiled = asFiled;
        this.now = now;
        this.past = past;
        this.rejections = rejections;
    }

    /** What is decided of a part: when each of its figures became public. */
    interface Decided {
        /** The publication of a figure that can be sent; empty when nothing tells, or it lies before 1970 or after now. */
        Optional<Publication> sendable(int figure);

        /** The publication, whether or not the figure can be sent. */
        Optional<Publication> publication(int figure);

        /** Whether the part is of a later delivery of its source, or counts as such. */
        boolean isWhole();
    }

    /** Decides of a part; those of one source must come in the order of their dates. */
    Decided decide(Part part) {
        PartDating dating = new PartDating(part, catalogue, file(part), past.deliveries());
        past.deliveries().delivered(part.series(), part.delivery());
        if (!past.doubtful().contains(part.source().id())) {
            return decided(dating, figure -> dating.alone(part.figures().get(figure)));
        }
        List<Optional<Publication>> all = dating.amongOthers(past.said(), past.deliveries());
        dating.remark().ifPresent(remarks::add);
        return decided(dating, all::get);
    }

    private FileDating file(Part part) {
        EarlierLoad earlier =
                past.said().earlier(part.source().id(), part.file().hash());
        Instant before = earlier == null ? null : earlier.received();
        return new FileDating(part.delivery(), asFiled, now == null || before == null ? now : before);
    }

    private Decided decided(PartDating dating, IntFunction<Optional<Publication>> publications) {
        return new Decided() {
            @Override
            public Optional<Publication> sendable(int figure) {
                return publications
                        .apply(figure)
                        .filter(p -> !p.published().isBefore(Instant.EPOCH) && !claims.refuse(p));
            }

            @Override
            public Optional<Publication> publication(int figure) {
                return publications.apply(figure);
            }

            @Override
            public boolean isWhole() {
                return asFiled || !dating.isFirstOfSource();
            }
        };
    }

    /** What the user should know of the files' dates, a line each. */
    List<String> remarks() {
        return remarks;
    }

    /** Says why a figure cannot be sent, and counts it. */
    void reject(Part part, StatedFigure figure, @Nullable Publication publication) {
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
        return claims.refuse(publication)
                ? claims.why(publication)
                : "published %s, but the log counts time from 1970 on; correct the date, or write 1970-01-01 and set published_from: 1970 for source %s under 'bounds:' in a file and pass --catalogue"
                        .formatted(publication.published(), source);
    }
}
