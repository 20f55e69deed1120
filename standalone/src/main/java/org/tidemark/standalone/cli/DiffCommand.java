package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.diff.DiffJson;
import org.tidemark.standalone.diff.DiffText;
import org.tidemark.standalone.diff.ReplayDiff;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares what two replays have left. Its exit codes are those of {@code diff}, so any trouble is 2. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what two replays say differently, and how they were run differently.",
            "Compares estimates, stages, withheld estimates, terms, news, alerts, quarantine and rejected records; not the model column, which is told with the run."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they say the same, however they were run",
            "1:they say different things",
            "2:trouble: a folder is not one of a replay, is of another version or damaged; or the command line makes no sense"
        },
        exitCodeOnExecutionException = ErrorLine.MISUSED)
final class DiffCommand implements Callable<Integer> {
    private static final int SAME = 0;
    private static final int DIFFERENT = 1;
    private static final int LINES_MAX = 20;
    /** Rows have no order of size, so more of them would tell no more. */
    private static final int ROWS_MAX = 5;

    @Parameters(index = "0", paramLabel = "DIR_A", description = "Folder that 'replay --out' has left.")
    private Path a = Path.of(".");

    @Parameters(index = "1", paramLabel = "DIR_B", description = "Folder of another replay.")
    private Path b = Path.of(".");

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            defaultValue = "0",
            description =
                    "Largest difference of two numbers of estimates, stages and terms that counts as none, in their unit (default ${DEFAULT-VALUE}).")
    private double tolerance;

    @Option(
            names = "--all",
            description = "Every line; without it " + LINES_MAX + " of each list, and " + ROWS_MAX + " rows of a side.")
    private boolean all;

    @Option(names = "--json", description = "The same as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        if (!(tolerance >= 0 && Double.isFinite(tolerance))) {
            throw new CommandLine.ParameterException(
                    command, "--tolerance is %s; write 0 or a number above it".formatted(tolerance));
        }
        int lines = all ? Integer.MAX_VALUE : LINES_MAX;
        ReplayDiff diff = ReplayDiff.between(a, b, tolerance, all ? Integer.MAX_VALUE : ROWS_MAX);
        PrintWriter out = command.getOut();
        if (json) {
            out.println(new DiffJson(lines).text(diff));
            out.flush();
        } else {
            new DiffText(out, lines).print(diff);
        }
        return diff.saysTheSame() ? SAME : DIFFERENT;
    }
}
