package org.tidemark.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands share that measure a cost by the length of history. */
final class CostOptions {
    private static final double BILLION = 1e9;

    @Option(names = "--lengths", split = ",", description = "Lengths of the history, by commas.", paramLabel = "N")
    private List<Integer> lengths = List.of();

    @Option(names = "--rounds", defaultValue = "3", description = "Runs of each length (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    PrintWriter out() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
    }

    List<Integer> lengths(List<Integer> usual) {
        return lengths.isEmpty() ? usual : lengths;
    }

    /** Of as many runs as were asked for. */
    double median(DoubleSupplier run) {
        double[] runs =
                DoubleStream.generate(run).limit(Math.max(1, rounds)).sorted().toArray();
        return runs[runs.length / 2];
    }

    /** Processor seconds of this thread. */
    static double processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / BILLION;
    }
}
