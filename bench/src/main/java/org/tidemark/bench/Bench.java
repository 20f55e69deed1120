package org.tidemark.bench;

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
            PageCostCommand.class,
            FiguresCommand.class,
            PlotsCommand.class
        },
        description = "Measures whole runs of Tidemark, and its page.")
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
