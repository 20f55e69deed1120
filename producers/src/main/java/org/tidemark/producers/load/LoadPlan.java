package org.tidemark.producers.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.StatedFigure;
import org.tidemark.release.Load;
import org.tidemark.series.BatchId;
import org.tidemark.series.PublishedBasis;

/** Turns what files said into shipments in the order of history. */
final class LoadPlan {
    private final Catalogue catalogue;
    private final LoadSettings settings;
    private final Dating dating;
    private final PastLoads past;
    private final PastFigures said;
    private final List<Part> parts = new ArrayList<>();
    private final Map<Address, Shipment> shipments = new HashMap<>();
    private final CompleteReleases complete = new CompleteReleases();
    private long copied;

    LoadPlan(Catalogue catalogue, LoadSettings settings, Dating dating, PastLoads past, PastFigures said) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.dating = dating;
        this.past = past;
        this.said = said;
    }

    /** Adds one file; they must come in the order of their dates, for the first of a source is its first delivery. */
    void add(FileContent file) {
        copied += file.copied();
        SortedMap<String, List<StatedFigure>> bySource = file.bySource();
        if (bySource.isEmpty()) {
            bySource = new TreeMap<>(Map.of(Tally.NO_SOURCE, List.of()));
        }
        String firstSource = bySource.firstKey();
        bySource.keySet().forEach(source -> {
            // What was skipped or rejected belongs to the file; it is told once, with the first of its sources.
            Tally tally = new Tally(file, source, source.equals(firstSource));
            Part part = new Part(file, catalogue.source(source), past.isFirst(source, file.filed()), tally);
            past.delivered(source, file.filed());
            parts.add(part);
            if (part.source().onlyChanges()) {
                state(part);
            }
        });
    }

    private void state(Part part) {
        for (StatedFigure figure : part.figures()) {
            dating.sendable(part, figure)
                    .ifPresent(p -> said.state(
                            figure.figure(), p.published(), part.file().hash(), figure.value()));
        }
    }

    /** Places all that was added: once, after the last file. */
    void place() {
        parts.forEach(this::place);
        // A shipment that says nothing is of no file.
        complete.mark(past, (economy, batch) -> shipment(economy, batch, ""));
    }

    private void place(Part part) {
        boolean allWithFile = !part.figures().isEmpty();
        for (StatedFigure figure : part.figures()) {
            Optional<Publication> publication = dating.sendable(part, figure);
            publication.ifPresentOrElse(p -> place(part, figure, p), () -> dating.reject(part, figure));
            allWithFile &=
                    publication.filter(p -> p.basis() == PublishedBasis.FILE).isPresent();
        }
        past.cover(part.source().id(), part.tally().coveredSince());
        if (allWithFile) {
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
                    source, publication.release(), published, part.file().hash());
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
                && said.isUnchanged(
                        figure.figure(), figure.value(), published, part.file().hash());
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
        boolean asWhole = (settings.asFiled() || !part.first()) && settings.until() == null;
        if (holdsAll && asWhole) {
            complete.add(
                    part.source().id(), filed, part.file().hash(), part.tally().economies());
        }
    }

    private Shipment shipment(String economy, BatchId batch, String file) {
        return shipments.computeIfAbsent(new Address(economy, batch), address -> new Shipment(address, file));
    }

    /** All shipments in the order of history. */
    List<Shipment> shipments() {
        return shipments.values().stream().sorted(Shipment.ORDER).toList();
    }

    /** What is made of each file and source, in the order of the files. */
    List<Load> loads() {
        return parts.stream().map(part -> part.tally().load()).toList();
    }

    long copied() {
        return copied;
    }

    long leftOut() {
        return parts.stream().mapToLong(part -> part.tally().countLeftOut()).sum();
    }
}
