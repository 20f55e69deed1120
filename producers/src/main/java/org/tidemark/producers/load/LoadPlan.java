package org.tidemark.producers.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.SourceProfile;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.release.Load;
import org.tidemark.series.BatchId;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** Turns what files said into shipments in the order of history. Files must be added in the order of their dates. */
final class LoadPlan {
    private final Catalogue catalogue;
    private final LoadSettings settings;
    private final PastLoads past;
    private final PastFigures said;
    private final Consumer<Rejection> rejections;
    private final Map<Address, Shipment> shipments = new HashMap<>();
    private final List<Load> loads = new ArrayList<>();
    private long leftOut;

    private record Address(String economy, BatchId batch) {}

    LoadPlan(
            Catalogue catalogue,
            LoadSettings settings,
            PastLoads past,
            PastFigures said,
            Consumer<Rejection> rejections) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.past = past;
        this.said = said;
        this.rejections = rejections;
    }

    void add(FileContent file) {
        SortedMap<String, List<StatedFigure>> bySource = file.bySource();
        if (bySource.isEmpty()) {
            bySource = new TreeMap<>(Map.of(Tally.NO_SOURCE, List.of()));
        }
        boolean first = true;
        for (Map.Entry<String, List<StatedFigure>> part : bySource.entrySet()) {
            // What was skipped or rejected belongs to the file; it is told once, with the first of its sources.
            Tally tally = new Tally(file, part.getKey(), first);
            addPart(file, part.getKey(), part.getValue(), tally);
            loads.add(tally.load());
            first = false;
        }
    }

    private void addPart(FileContent file, String source, List<StatedFigure> figures, Tally tally) {
        boolean firstDelivery = past.isFirst(source, file.filed());
        Publication.Circumstances circumstances =
                new Publication.Circumstances(file.filed(), firstDelivery, settings.asFiled());
        for (StatedFigure figure : figures) {
            Publication publication =
                    Publication.of(figure, circumstances, catalogue).orElse(null);
            if (publication == null) {
                rejectUndated(file, figure, tally);
            } else if (isUnchanged(figure, publication, file)) {
                tally.skipped(SkipReason.UNCHANGED);
            } else {
                ship(file, figure, publication, tally);
            }
        }
        SourceProfile profile = catalogue.source(source);
        if (profile.complete() && file.filed() != null && (settings.asFiled() || !firstDelivery)) {
            markComplete(file, source, file.filed(), tally);
        }
        past.remember(source, file.filed(), tally.economies);
    }

    private boolean isUnchanged(StatedFigure figure, Publication publication, FileContent file) {
        String source = figure.figure().series().source();
        if (!catalogue.source(source).onlyChanges()) {
            return false;
        }
        boolean unchanged = said.alreadySaid(figure.figure(), figure.value(), publication.published(), file.hash());
        if (!unchanged) {
            said.remember(figure.figure(), publication.published(), file.hash(), figure.value());
        }
        return unchanged;
    }

    private void ship(FileContent file, StatedFigure figure, Publication publication, Tally tally) {
        tally.economies.add(figure.figure().series().economy());
        if (isLeftOut(publication.published(), figure.figure().period().end())) {
            tally.leftOut++;
            leftOut++;
            return;
        }
        BatchId batch = new BatchId(
                figure.figure().series().source(), publication.release(), publication.published(), file.hash());
        shipment(figure.figure().series().economy(), batch).add(figure, publication.basis());
        tally.sent++;
    }

    private boolean isLeftOut(Instant published, LocalDate periodEnd) {
        return (settings.asOf() != null && published.isAfter(settings.asOf()))
                || (settings.until() != null && periodEnd.isAfter(settings.until()));
    }

    private void markComplete(FileContent file, String source, Instant filed, Tally tally) {
        if (isLeftOut(filed, LocalDate.MIN) || settings.until() != null) {
            // Cut off at a period, a file no longer holds all that the source stands by.
            return;
        }
        BatchId batch = new BatchId(source, Publication.release(source, filed), filed, file.hash());
        SortedSet<String> covered = new TreeSet<>(past.economies(source));
        covered.addAll(tally.economies);
        covered.forEach(economy -> shipment(economy, batch).markComplete());
    }

    private Shipment shipment(String economy, BatchId batch) {
        return shipments.computeIfAbsent(new Address(economy, batch), a -> new Shipment(a.economy(), a.batch()));
    }

    private void rejectUndated(FileContent file, StatedFigure figure, Tally tally) {
        tally.rejected(RejectReason.BAD_PUBLISHED);
        rejections.accept(new Rejection(
                RejectReason.BAD_PUBLISHED,
                "%s: nothing tells when it became public; put a date such as 2025-01-14 into the file's name, or give source %s a lag in the catalogue"
                        .formatted(figure.figure(), figure.figure().series().source()),
                file.name() + ", " + figure.where(),
                figure.figure().series().source(),
                figure.figure().series().economy(),
                figure.release(),
                null,
                new byte[0]));
    }

    /** All shipments in the order of history. */
    List<Shipment> shipments() {
        return shipments.values().stream().sorted(Shipment.ORDER).toList();
    }

    List<Load> loads() {
        return loads;
    }

    long leftOut() {
        return leftOut;
    }

    /** Counts of one file and source while it is planned. */
    private static final class Tally {
        static final String NO_SOURCE = "NONE";

        private final FileContent file;
        private final String source;
        private final SortedMap<String, Long> skipped = new TreeMap<>();
        private final SortedMap<RejectReason, Long> rejected = new TreeMap<>();
        private final SortedSet<String> economies = new TreeSet<>();
        private long sent;
        private long leftOut;

        Tally(FileContent file, String source, boolean withReading) {
            this.file = file;
            this.source = source;
            if (withReading) {
                skipped.putAll(FileContent.named(file.skipped()));
                rejected.putAll(file.rejected());
            }
        }

        void skipped(SkipReason reason) {
            skipped.merge(reason.name(), 1L, Long::sum);
        }

        void rejected(RejectReason reason) {
            rejected.merge(reason, 1L, Long::sum);
        }

        Load load() {
            if (leftOut > 0) {
                skipped.merge("LEFT_OUT", leftOut, Long::sum);
            }
            return new Load(
                    source,
                    file.hash(),
                    file.name(),
                    file.format(),
                    file.filed(),
                    false,
                    sent,
                    skipped,
                    rejected,
                    economies);
        }
    }
}
