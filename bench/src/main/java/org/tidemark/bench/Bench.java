package org.tidemark.bench;

import java.nio.file.NoSuchFileException;
import org.tidemark.bench.frame.FrameCommand;
import org.tidemark.bench.frame.RateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of what is measured from outside; JMH's own main class runs {@link CoreBenchmark}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {
            WholeRunCommand.class,
            LogCountCommand.class,
            UpdateCostCommand.class,
            HistoryCostCommand.class,
            FrameCommand.class,
            RateCommand.class,
            PageCostCommand.class,
            FiguresCommand.class,
            PlotsCommand.class
        },
        description = "Measures whole runs of Tidemark, and its page.")
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        CommandLine commands = new CommandLine(new Bench());
        // What is wrong is told in one line, as the launcher does.
        commands.setExecutionExceptionHandler((wrong, command, parsed) -> {
            boolean missing = wrong instanceof NoSuchFileException;
            command.getErr()
                    .println("bench: " + wrong.getMessage() + (missing ? ": nothing is there; write what is" : ""));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        System.exit(commands.execute(args));
    }
}
