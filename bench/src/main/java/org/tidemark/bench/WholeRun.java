package org.tidemark.bench;

import org.tidemark.bench.threads.ThreadSeconds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/**
 * One run of a command in a process of its own.
 *
 * @param wall seconds from start to end
 * @param processor seconds of all threads, by stage
 */
record WholeRun(double wall, SortedMap<String, Double> processor) {
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final double NANOS = 1e9;

    /**
     * Runs the launcher of a built tree to its end.
     *
     * @param tree a checkout whose {@code ./tidemark} is built
     * @param arguments of the command
     * @throws IllegalStateException when it fails: a run that failed costs less and says nothing
     */
    static WholeRun of(Path tree, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(tree.resolve("tidemark").toAbsolutePath().toString());
        command.addAll(arguments);
        long began = System.nanoTime();
        // The launcher hands over to Java by exec, so the process is the same.
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ThreadSeconds threads = new ThreadSeconds(process.pid());
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            threads.look();
        }
        double wall = (System.nanoTime() - began) / NANOS;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("%s ended with %d; run it by hand and mend what it says"
                    .formatted(String.join(" ", command), process.exitValue()));
        }
        return new WholeRun(wall, threads.byStage());
    }

    double processorAll() {
        return processor.values().stream().mapToDouble(s -> s).sum();
    }
}
