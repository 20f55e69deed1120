package org.tidemark.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one command in several trees in turn, so that each round meets the same machine, and prints medians and ratios. */
@Command(
        name = "whole",
        mixinStandardHelpOptions = true,
        description = "Wall and processor seconds of a command, for each tree in turn; ratios are to the first tree.")
final class WholeRunCommand implements Callable<Integer> {
    @Option(
            names = "--tree",
            required = true,
            paramLabel = "DIR",
            description = "A checkout with a built ./tidemark; repeat it to compare.")
    private List<Path> trees = List.of();

    @Option(names = "--rounds", defaultValue = "3", description = "Runs of each tree; default ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Parameters(paramLabel = "ARG", description = "The command, such as: -- up --once --ephemeral")
    private List<String> arguments = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<Path, List<WholeRun>> runs = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Path tree : trees) {
                runs.computeIfAbsent(tree, t -> new ArrayList<>()).add(WholeRun.of(tree, arguments));
            }
        }
        if (spec != null) {
            print(runs, spec.commandLine().getOut());
        }
        return 0;
    }

    private void print(Map<Path, List<WholeRun>> runs, PrintWriter out) {
        List<WholeRun> first = runs.values().iterator().next();
        out.printf("medians of %d rounds; the ratio is the median of the rounds' ratios%n", rounds);
        runs.forEach((tree, its) -> {
            out.printf("%s%n", tree);
            line(out, "wall", its, first, WholeRun::wall);
            line(out, "processor", its, first, WholeRun::processorAll);
            for (String stage : stages(its)) {
                line(out, "  " + stage, its, first, r -> r.processor().getOrDefault(stage, 0.0));
            }
        });
        out.flush();
    }

    private static SortedSet<String> stages(List<WholeRun> runs) {
        SortedSet<String> stages = new TreeSet<>();
        runs.forEach(r -> stages.addAll(r.processor().keySet()));
        return stages;
    }

    private static void line(
            PrintWriter out, String what, List<WholeRun> its, List<WholeRun> first, ToDoubleFunction<WholeRun> of) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < its.size(); i++) {
            ratios.add(of.applyAsDouble(its.get(i)) / of.applyAsDouble(first.get(i)));
        }
        double median = median(its.stream().map(of::applyAsDouble).toList());
        out.printf("  %-22s %8.2f s  x%.2f%n", what, median, median(ratios));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
