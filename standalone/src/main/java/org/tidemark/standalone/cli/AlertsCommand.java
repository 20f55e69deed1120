package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.standalone.replay.Playback;
import org.tidemark.standalone.replay.Replay;
import org.tidemark.standalone.replay.ReplaySettings;
import org.tidemark.standalone.report.AlertsTable;
import org.tidemark.standalone.run.DataDir;
import org.tidemark.standalone.run.ShutdownScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries alert rules on history. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description =
                "Tries alert rules on history: what would have been raised, when, and how often it was taken back.")
final class AlertsCommand implements Runnable {
    private static final int THREADS = 2;

    @Spec
    private @Nullable CommandSpec spec;

    /** Without a command: the help. */
    @Override
    public void run() {
        PrintWriter out = spec().commandLine().getOut();
        spec().commandLine().usage(out);
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Replays files with these rules, and lists each alert and a line for each rule.")
    int test(
            @Mixin CatalogueOption catalogue,
            @Mixin HistoryOption history,
            @Option(
                            names = "--data",
                            required = true,
                            paramLabel = "PATH",
                            description = "File or folder to replay; may be given several times.")
                    List<Path> data,
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description = "Keep the files of the replay there, for 'diff' with another.")
                    @Nullable
                    Path out)
            throws IOException, InterruptedException {
        Catalogue rules = catalogue.load();
        Replay.Told told = ShutdownScope.of(life -> {
            Path folder = out == null ? life.hold(DataDir::ephemeral).path() : out;
            ReplaySettings settings = new ReplaySettings(rules, folder, null, null, history.asFiled(), THREADS);
            try (ProgressBars progress = ProgressBars.onTerminal()) {
                return new Replay(settings, Playback.PLAIN, progress).run(GivenFiles.of(data));
            }
        });
        AlertsTable table = new AlertsTable(rules.recipes().alerts());
        PrintWriter to = spec().commandLine().getOut();
        table.events(told.alerts()).forEach(to::println);
        to.println();
        table.lines(told.alerts()).forEach(to::println);
        to.flush();
        return LoadLines.print(
                told.report(), told.refused(), spec().commandLine().getErr());
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }
}
