package org.tidemark.producers.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tidemark.producers.SourceFormat;
import org.tidemark.series.Observation;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.ReleaseEnd;

/** Files of the toy format in a folder, and runs over them. */
record Toys(Path folder) {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final LoadSettings AS_FILED = new LoadSettings(true, null, null, false);
    static final LoadSettings SKIP_LOADED = new LoadSettings(false, null, null, true);
    static final int FIGURES_MAX = 10_000;

    private static final List<SourceFormat> FORMATS = List.of(new ToyFormat());

    /** Writes a toy file; the name may go through folders. */
    Path file(String name, String... lines) {
        return text(name, ToyFormat.HEADER + "\n" + String.join("\n", lines) + "\n");
    }

    Path text(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LoadReport load(RecordingTarget target, LoadSettings settings, Path... paths) {
        return load(target, settings, FIGURES_MAX, paths);
    }

    static LoadReport load(RecordingTarget target, LoadSettings settings, int figuresMax, Path... paths) {
        return run(loader(target, figuresMax), settings, paths);
    }

    /** A load into a system that is fed as files come in. */
    static LoadReport live(RecordingTarget target, Path... paths) {
        return run(loader(target, FIGURES_MAX).live(), LoadSettings.ALL, paths);
    }

    private static Loader loader(RecordingTarget target, int figuresMax) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Loader(ToyCatalogue.CATALOGUE, FORMATS, target, clock, LoadProgress.SILENT, figuresMax);
    }

    private static LoadReport run(Loader loader, LoadSettings settings, Path... paths) {
        try {
            return loader.run(Inputs.of(Arrays.asList(paths)), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordingTarget loaded(Path... paths) {
        return loaded(LoadSettings.ALL, paths);
    }

    static RecordingTarget loaded(LoadSettings settings, Path... paths) {
        RecordingTarget target = new RecordingTarget();
        load(target, settings, paths);
        return target;
    }

    static LoadSettings asOf(String date) {
        return new LoadSettings(false, PublicationDate.parse(date), null, false);
    }

    static LoadSettings until(String day) {
        return new LoadSettings(false, null, LocalDate.parse(day), false);
    }

    /** {@code DE 2024-01 1.5 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29}. */
    static String said(Observation o) {
        return "%s %s %s from %s %s %s"
                .formatted(
                        o.economy(),
                        o.figure().period(),
                        o.value(),
                        o.published(),
                        o.basis(),
                        o.batch().release());
    }

    /** {@code DE LAGGED@2024-02-29 1}, then {@code complete} and {@code more} where they hold. */
    static String said(ReleaseEnd c) {
        return "%s %s %d%s%s"
                .formatted(
                        c.economy(),
                        c.batch().release(),
                        c.sent(),
                        c.complete() ? " complete" : "",
                        c.moreAtInstant() ? " more" : "");
    }

    static List<String> figures(RecordingTarget target) {
        return target.observations().stream().map(Toys::said).toList();
    }

    static List<String> closings(RecordingTarget target) {
        return target.closings().stream().map(Toys::said).toList();
    }
}
