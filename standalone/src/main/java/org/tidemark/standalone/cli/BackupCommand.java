package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.backup.Backup;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Saves the facts of a data directory of {@code up}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Saves the figures, decisions and loads of a data directory of 'up' in one file, whether it runs or not; also what is left of a damaged one.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all was saved", "1:nothing was saved", "3:some of it could not be read; the rest was saved"})
final class BackupCommand implements Callable<Integer> {
    private static final int INCOMPLETE = 3;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "tidemark-data",
            description = "Data directory of 'up' (default ${DEFAULT-VALUE}).")
    private Path dataDir = Path.of("tidemark-data");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE|DIR",
            description = "File to write; in a folder it gets a name with the time.")
    private Path to = Path.of(".");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        Backup.Saved saved =
                new Backup(dataDir, Tidemark.version()).to(to, Clock.systemUTC().instant());
        PrintWriter out = command.getOut();
        out.printf(
                Locale.ROOT,
                "%s: %,d records of figures, releases and decisions, %,d of loads, %,d bytes%s%n",
                saved.file(),
                saved.observations(),
                saved.loads(),
                saved.bytes(),
                saved.running() ? "; the system runs, so this is what it held at the time" : "");
        out.flush();
        PrintWriter err = command.getErr();
        saved.damages().forEach(damage -> err.println("tidemark: left out: " + damage.line()));
        LoadLines.printPassedOver(saved.passedOver(), err);
        return saved.damages().isEmpty() ? 0 : INCOMPLETE;
    }
}
