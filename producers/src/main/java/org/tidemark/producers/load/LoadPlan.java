package org.tidemark.producers.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.StatedFigure;
import org.tidemark.publication.Publication;
import org.tidemark.release.Load;
import org.tidemark.series.BatchId;
import org.tidemark.series.PublishedBasis;

/** Turns what files said into shipments in the order of history. */
final class LoadPlan {
    private final Catalogue catalogue;
    private final LoadSettings settings;
    private final PublicationDates dating;
    private final PastLoads past;
    private final PublicationDates.Past before;
    private final List<Part> parts = new ArrayList<>();
    private final IdentityHashMap<Part, PublicationDates.Decided> dates = new IdentityHashMap<>();
    private final Map<BatchKey, ReleaseBatch> shipments = new HashMap<>();
    private final CompleteReleases complete = new CompleteReleases();
    private long copied;

    LoadPlan(
            Catalogue catalogue,
            LoadSettings settings,
            PublicationDates dating,
            PastLoads past,
            PublicationDates.Past before) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.dating = dating;
        this.past = past;
        this.before = before;
    }

    /** Adds one file. */
    void add(FileContent file) {
        copied += file.copied();
        SortedMap<String, List<StatedFigure>> bySource = file.bySource();
        if (bySource.isEmpty()) {
            bySource = new TreeMap<>(Map.of(Tally.NO_SOURCE, List.of()));
        }
        String firstSource = bySource.firstKey();
        bySource.keySet()
                .forEach(source -> parts.add(Part.of(
                        file,
                        catalogue.source(source),
                        before.deliveries().of(source, file.hash()),
                        source.equals(firstSource))));
    }

    /** Decides of each source in the order of its files, for the first of a series is its first delivery. */
    private void decide() {
        inOrder().forEach(part -> {
            PublicationDates.Decided decided = dating.decide(part);
            dates.put(part, decided);
            if (part.source().onlyChanges()
                    || before.doubtful().contains(part.source().id())) {
                state(part, decided);
            }
        });
    }

    private Stream<Part> inOrder() {
        return parts.stream().sorted(Comparator.comparing(Part::delivery));
    }

    private PublicationDates.Decided dates(Part part) {
        return Objects.requireNonNull(dates.get(part), "decided before it is placed");
    }

    private void state(Part part, PublicationDates.Decided decided) {
        for (int i = 0; i < part.figures().size(); i++) {
            StatedFigure f = part.figures().get(i);
            decided.sendable(i).ifPresent(p -> before.said()
                    .state(f.figure(), part.file().hash(), p, f.value(), f.standardError()));
        }
    }

    /** Places all that was added: once, after the last file. */
    void place() {
        decide();
        parts.forEach(this::place);
        // A shipment that says nothing is of no file.
        complete.mark(past, (economy, batch) -> shipment(economy, batch, ""));
    }

    private void place(Part part) {
        PublicationDates.Decided decided = dates(part);
        boolean allWithFile = !part.figures().isEmpty();
        for (int i = 0; i < part.figures().size(); i++) {
            int place = i;
            StatedFigure figure = part.figures().get(i);
            Optional<Publication> publication = decided.sendable(i);
            publication.ifPresentOrElse(
                    p -> place(part, figure, p),
                    () -> dating.reject(part, figure, decided.publication(place).orElse(null)));
            allWithFile &=
                    publication.filter(p -> p.basis() == PublishedBasis.FILE).isPresent();
        }
        past.cover(part.source().id(), part.tally().coveredSince());
        if (allWithFile && decided.isWhole()) {
            addComplete(part);
        }
    }

    private void place(Part part, StatedFigure figure, Publication publication) {
        String source = part.source().id();
        String economy = figure.figure().series().economy();
        Instant published = publication.published();
        if (isLeftOut(published, figure.figure().period().end())) {
            // Nor is it known yet that the source covers that economy.
            part.tally().leftOut();
            return;
        }
        part.tally().covers(economy, published);
        if (isUnchanged(part, figure, published)) {
            part.tally().unchanged();
        } else {
            BatchId batch = new BatchId(
                    source,
                    Releases.of(figure, publication),
                    published,
                    part.file().hash());
            shipment(economy, batch, part.file().name()).add(figure, publication.basis());
            part.tally().sent();
        }
    }

    private boolean isLeftOut(Instant published, LocalDate periodEnd) {
        return (settings.asOf() != null && published.isAfter(settings.asOf()))
                || (settings.until() != null && periodEnd.isAfter(settings.until()));
    }

    private boolean isUnchanged(Part part, StatedFigure figure, Instant published) {
        return part.source().onlyChanges()
                && before.said()
                        .isUnchanged(
                                figure.figure(),
                                figure.value(),
                                published,
                                part.file().hash());
    }

    /**
     * A file that tells dates of its own, or of which only changes are sent, is no statement of all that a source
     * stands by; nor is one of the first delivery, which plays as history, nor one that is cut off at a period.
     */
    private void addComplete(Part part) {
        Instant filed = part.file().filed();
        if (filed == null || isLeftOut(filed, LocalDate.MIN)) {
            return;
        }
        boolean holdsAll = part.source().complete() && !part.source().onlyChanges();
        if (holdsAll && settings.until() == null) {
            complete.add(
                    part.source().id(), filed, part.file().hash(), part.tally().economies());
        }
    }

    private ReleaseBatch shipment(String economy, BatchId batch, String file) {
        return shipments.computeIfAbsent(new BatchKey(economy, batch), address -> new ReleaseBatch(address, file));
    }

    /** All shipments in the order of history. */
    List<ReleaseBatch> shipments() {
        return shipments.values().stream().sorted(ReleaseBatch.ORDER).toList();
    }

    /** What is made of each, in the order in which it was decided, so that a later run finds the same one first. */
    List<Load> notes() {
        return inOrder().map(part -> part.tally().load()).toList();
    }

    /** What is made of each file and source, in the order of the files. */
    List<Load> loads() {
        return parts.stream().map(part -> part.tally().load()).toList();
    }

    /** What the newest file of a source no longer has, a line each. */
    List<String> lost() {
        return LostSeries.remarks(past.noted(), inOrder().toList());
    }

    long copied() {
        return copied;
    }

    long leftOut() {
        return parts.stream().mapToLong(part -> part.tally().countLeftOut()).sum();
    }
}
