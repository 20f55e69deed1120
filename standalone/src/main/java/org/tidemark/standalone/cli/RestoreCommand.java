package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a data directory of {@code up} from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Makes a new data directory of what 'backup' has saved; the next 'up' on it computes the same estimates and tells the same alerts.")
final class RestoreCommand implements Callable<Integer> {
    @Option(names = "--from", required = true, paramLabel = "FILE", description = "File that 'backup' has written.")
    private Path from = Path.of(".");

    @Option(
            names = "--data-dir",
            required = true,
            paramLabel = "DIR",
            description = "Data directory to make; one that is there must be empty.")
    private Path dataDir = Path.of(".");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Restore.Restored restored = new Restore(from, dataDir.toAbsolutePath().normalize()).run();
        PrintWriter out =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s: %,d records of figures, releases and decisions, %,d of loads, saved at %s; 'tidemark up --data-dir %s' computes the rest%n",
                dataDir,
                restored.observations(),
                restored.loads(),
                restored.created(),
                dataDir);
        out.flush();
        return 0;
    }
}
