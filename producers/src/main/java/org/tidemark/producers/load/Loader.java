package org.tidemark.producers.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.release.Load;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseClosing;

/** One run: reads all files, decides when each figure became public, and sends everything in the order of history. */
public final class Loader {
    private static final int PROGRESS_EVERY = 1_000;

    private final Catalogue catalogue;
    private final List<SourceFormat> formats;
    private final LoadTarget target;
    private final Clock clock;
    private final LoadProgress progress;

    public Loader(
            Catalogue catalogue, List<SourceFormat> formats, LoadTarget target, Clock clock, LoadProgress progress) {
        this.catalogue = catalogue;
        this.formats = List.copyOf(formats);
        this.target = target;
        this.clock = clock;
        this.progress = progress;
    }

    /** Loads the inputs; a file that cannot be loaded is a line of the report and does not hold up the others. */
    public LoadReport run(Inputs inputs, LoadSettings settings) throws IOException {
        List<String> unknown = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        List<FileContent> contents = read(inputs, unknown, failures);
        PastLoads past = target.pastLoads();
        contents.removeIf(c -> settings.skipLoaded() && past.isWhole(c.hash()));
        LoadPlan plan = new LoadPlan(catalogue, settings, past, said(contents), target::reject);
        contents.stream().sorted(BY_DATE).forEach(plan::add);
        send(plan);
        return new LoadReport(plan.loads().stream().map(Loader::closed).toList(), unknown, failures, plan.leftOut());
    }

    // Dated files in the order of their dates; an undated one tells its own dates, so its place does not matter.
    private static final Comparator<FileContent> BY_DATE = Comparator.comparing(
                    (FileContent c) -> Optional.ofNullable(c.filed()).orElse(Instant.MIN))
            .thenComparing(FileContent::name)
            .thenComparing(FileContent::hash);

    private List<FileContent> read(Inputs inputs, List<String> unknown, List<String> failures) {
        Intake intake = new Intake(formats, target::reject);
        List<FileContent> contents = new ArrayList<>();
        int files = inputs.named().size() + inputs.found().size();
        int done = 0;
        for (SourceFile file : inputs.named()) {
            progress.reading(file.name(), done++, files);
            readOne(intake, file, contents, failures, failures);
        }
        for (SourceFile file : inputs.found()) {
            progress.reading(file.name(), done++, files);
            readOne(intake, file, contents, unknown, failures);
        }
        progress.reading("", done, files);
        return contents;
    }

    private void readOne(
            Intake intake, SourceFile file, List<FileContent> contents, List<String> unknown, List<String> failures) {
        try {
            Optional<SourceFormat> format = intake.recognise(file);
            if (format.isEmpty()) {
                unknown.add("%s is in no known format; known are %s"
                        .formatted(
                                file.path(),
                                formats.stream().map(SourceFormat::name).collect(Collectors.joining(", "))));
                return;
            }
            contents.add(intake.read(file, format.get()));
        } catch (IOException e) {
            failures.add(line(file, e));
        } catch (UncheckedIOException e) {
            failures.add(line(file, e));
        }
    }

    private static String line(SourceFile file, Exception e) {
        Throwable said = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        String message = String.valueOf(said.getMessage()).lines().findFirst().orElse("");
        return message.contains(file.name()) ? message : "%s: %s".formatted(file.path(), message);
    }

    private PastFigures said(List<FileContent> contents) {
        Set<String> onlyChanges = contents.stream()
                .flatMap(c -> c.bySource().keySet().stream())
                .filter(s -> catalogue.source(s).onlyChanges())
                .collect(Collectors.toSet());
        return onlyChanges.isEmpty() ? new PastFigures() : target.pastFigures(onlyChanges);
    }

    private void send(LoadPlan plan) {
        plan.loads().forEach(target::note);
        List<Shipment> shipments = plan.shipments();
        long figures = shipments.stream().mapToLong(Shipment::size).sum();
        long sent = 0;
        Instant receivedAt = clock.instant();
        for (int i = 0; i < shipments.size(); i++) {
            Shipment shipment = shipments.get(i);
            sent = sendFigures(shipment, receivedAt, sent, figures);
            boolean more = i + 1 < shipments.size() && shipments.get(i + 1).isOfTheInstantOf(shipment);
            target.send(new ReleaseClosing(
                    shipment.economy(), shipment.batch(), shipment.size(), shipment.isComplete(), more));
        }
        target.flush();
        plan.loads().forEach(load -> target.note(closed(load)));
        target.flush();
        progress.sending(figures, figures);
    }

    private long sendFigures(Shipment shipment, Instant receivedAt, long sentBefore, long figures) {
        long sent = sentBefore;
        for (int ordinal = 0; ordinal < shipment.size(); ordinal++) {
            target.send(observation(shipment, ordinal, receivedAt));
            if (++sent % PROGRESS_EVERY == 0) {
                progress.sending(sent, figures);
            }
        }
        return sent;
    }

    private static Observation observation(Shipment shipment, int ordinal, Instant receivedAt) {
        StatedFigure stated = shipment.figure(ordinal);
        return new Observation(
                stated.figure(),
                stated.value(),
                stated.standardError(),
                stated.unit(),
                shipment.basis(ordinal),
                stated.status(),
                shipment.batch(),
                ordinal,
                receivedAt,
                stated.note());
    }

    private static Load closed(Load open) {
        return new Load(
                open.source(),
                open.load(),
                open.file(),
                open.format(),
                open.filed(),
                true,
                open.sent(),
                open.skipped(),
                open.rejected(),
                open.economies());
    }
}
