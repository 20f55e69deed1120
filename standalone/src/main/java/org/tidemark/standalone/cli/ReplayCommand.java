package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.load.Inputs;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.standalone.replay.Replay;
import org.tidemark.standalone.replay.ReplaySettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays history in the order of publication, apart from everything live. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Plays files in the order of publication through the same topologies and writes what was said when.")
final class ReplayCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "File or folder to play; may be given several times.")
    private List<Path> data = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files that it leaves.")
    private Path out = Path.of(".");

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = AsOf.class,
            description = "Only what was published by then: 2025-03, 2025-03-31 or an instant.")
    private @Nullable Instant asOf;

    @Option(
            names = "--until",
            paramLabel = "PERIOD",
            converter = Until.class,
            description = "Only periods that end by the end of this one: 2024, 2024-Q3, 2024-05, 2024-05-17.")
    private @Nullable LocalDate until;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Stream threads (default ${DEFAULT-VALUE}).")
    private int threads;

    @Mixin
    private CatalogueOption catalogue = new CatalogueOption();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ReplaySettings settings = new ReplaySettings(catalogue.load(), out, asOf, until, history.asFiled(), threads);
        Inputs inputs = Inputs.of(data);
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        try (ProgressBars progress = ProgressBars.onTerminal()) {
            Replay.Told told = new Replay(settings, progress, progress).run(inputs);
            progress.close();
            print(command.getOut(), told);
            int code = LoadLines.print(told.report(), command.getErr());
            return told.counts().addUp() ? code : ErrorLine.FAILED;
        }
    }

    private void print(PrintWriter to, Replay.Told told) {
        double seconds = told.took().toMillis() / 1000.0;
        to.println(told.counts().line());
        to.printf(
                "%,d updates of estimates from %,d figures in %.1f s, %,.0f figures a second; see %s%n",
                told.updates(), told.report().sent(), seconds, told.report().sent() / seconds, out);
        to.flush();
    }

    static final class AsOf implements CommandLine.ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return PublicationDate.parse(text);
        }
    }

    static final class Until implements CommandLine.ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return Period.parse(text).end();
        }
    }
}
