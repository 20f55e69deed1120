package org.tidemark.producers.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.StatedFigure;
import org.tidemark.publication.Claim;
import org.tidemark.publication.FileDating;
import org.tidemark.publication.Publication;
import org.tidemark.publication.Statement;
import org.tidemark.publication.UsualDate;
import org.tidemark.series.FigureId;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.SeriesId;

/** Asks for each figure of one file and source when it became public, and keeps what it has learned of the file. */
final class PartDating {
    private final Part part;
    private final Catalogue catalogue;
    private final FileDating file;
    private final boolean firstOfSource;
    private final Set<SeriesId> firsts = new HashSet<>();
    private @Nullable Publication restated;
    private long olderThanSaid;

    PartDating(Part part, Catalogue catalogue, FileDating file, Deliveries deliveries) {
        this.part = part;
        this.catalogue = catalogue;
        this.file = file;
        this.firstOfSource = deliveries.isFirst(part.source().id(), part.delivery());
        part.series().stream().filter(series -> isFirst(series, deliveries)).forEach(firsts::add);
    }

    /**
     * A source of complete coverage says with each release all that it stands by, at the date of that release: what joins
     * it later is as old as the file that it came with.
     */
    private boolean isFirst(SeriesId series, Deliveries deliveries) {
        return part.source().complete() ? firstOfSource : deliveries.isFirst(series, part.delivery());
    }

    boolean isFirstOfSource() {
        return firstOfSource;
    }

    private Claim claim(StatedFigure f) {
        Publication usual = UsualDate.of(f.figure(), f.usual(), catalogue).orElse(null);
        Instant ended = PublicationDate.endOf(f.figure().period().end());
        return new Claim(f.stated(), usual, ended, f.value(), f.standardError());
    }

    /** When a figure became public of which no other file has said anything, or that has the date of its file. */
    Optional<Publication> alone(StatedFigure f) {
        return file.of(claim(f), firsts.contains(f.figure().series()));
    }

    /** When each figure became public, in their order, in view of all that other files have said of them. */
    List<Optional<Publication>> amongOthers(PastFigures said, Deliveries deliveries) {
        if (part.delivery().filed() == null) {
            restated = restated(said, deliveries);
        }
        List<Optional<Publication>> publications = new ArrayList<>();
        Set<FigureId> doubled = doubled();
        for (StatedFigure f : part.figures()) {
            Optional<Publication> before = f.stated() != null || doubled.contains(f.figure())
                    ? Optional.empty()
                    : said.sentBefore(f.figure(), part.file().hash(), f.value());
            publications.add(before.isPresent() ? before : amongOthers(f, said, deliveries));
        }
        return publications;
    }

    /** Figures that the file holds more than once: which of them was sent before cannot be told. */
    private Set<FigureId> doubled() {
        Set<FigureId> once = new HashSet<>();
        return part.figures().stream()
                .map(StatedFigure::figure)
                .filter(figure -> !once.add(figure))
                .collect(Collectors.toSet());
    }

    /** When all that an undated file says again became public; null when it revises nothing. */
    private @Nullable Publication restated(PastFigures said, Deliveries deliveries) {
        Instant last = null;
        boolean revises = false;
        for (StatedFigure f : part.figures()) {
            if (f.stated() == null) {
                List<Statement> others = others(f, said, deliveries);
                Instant next = file.lastSaid(others).orElse(null);
                last = last == null || (next != null && next.isAfter(last)) ? next : last;
                revises |= next != null && file.revises(claim(f), others);
            }
        }
        return revises && last != null ? file.ofRestated(last) : null;
    }

    private Optional<Publication> amongOthers(StatedFigure f, PastFigures said, Deliveries deliveries) {
        if (f.stated() != null) {
            return alone(f);
        }
        List<Statement> others = others(f, said, deliveries);
        Claim claim = claim(f);
        if (part.delivery().filed() == null && file.isOlderThanContrary(claim, others)) {
            olderThanSaid++;
        }
        Optional<Publication> found =
                restated != null && file.lastSaid(others).isPresent() ? Optional.of(restated) : alone(f);
        return found.map(p -> file.settled(p, claim, others));
    }

    private List<Statement> others(StatedFigure f, PastFigures said, Deliveries deliveries) {
        return said.byOthers(f.figure(), part.file().hash(), deliveries::of);
    }

    /** What the user should know of the date of the file, in one line. */
    Optional<String> remark() {
        String name = part.file().name();
        if (restated != null && restated.basis() == PublishedBasis.ORDER) {
            return Optional.of(
                    "%s, %s: it has no date, and what it revises is dated %s already; it counts as the later one, a millisecond after. If it is not, put a date such as 2025-01-14 into the name of each file"
                            .formatted(
                                    name,
                                    part.source().id(),
                                    restated.published().minusMillis(1)));
        }
        if (olderThanSaid > 0) {
            return Optional.of(
                    "%s, %s: it has no date and reaches less far than what was loaded before, so %,d figures that it says otherwise count as older. If it is the newer one, put a date such as 2025-01-14 into its name"
                            .formatted(name, part.source().id(), olderThanSaid));
        }
        return Optional.empty();
    }
}
