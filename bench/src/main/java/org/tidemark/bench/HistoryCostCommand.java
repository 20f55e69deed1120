package org.tidemark.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the cost of a replay grows with the length of what it replays: one cell, one measure of a kind, one panel. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Processor seconds of a replay by the number of its instants, median of several runs.")
final class HistoryCostCommand implements Callable<Integer> {
    private static final List<Integer> USUAL = List.of(250, 1000, 4000);

    @Mixin
    private CostOptions options = new CostOptions();

    @Option(
            names = "--of",
            defaultValue = "cell",
            description =
                    "cell, panel, comparison, contrast, or another kind of measure: shares, rate, frontier, events, claims, compose, leadlag (default ${DEFAULT-VALUE}).")
    private String of = "cell";

    @Option(
            names = "--rewrite",
            description =
                    "At the end the whole history comes once more as one release, other in each figure; its seconds too.")
    private boolean rewrite;

    /**
     * Of one length.
     *
     * @param instants how many
     * @param replay processor seconds of all of them
     */
    private record Cost(int instants, double replay) {
        /** So that a replay costs as many instants to this power. */
        double growthFrom(Cost before) {
            return StrictMath.log(replay / before.replay) / StrictMath.log((double) instants / before.instants);
        }
    }

    @Override
    public Integer call() {
        MadeWorld world = MadeWorld.named(of);
        List<Integer> lengths = options.lengths(USUAL);
        double unused = seconds(world, lengths.get(0), rewrite);
        PrintWriter out = options.out();
        out.println("instants  seconds  milliseconds an instant  growth of the whole"
                + (rewrite ? "  with a rewrite" : ""));
        @Nullable Cost before = null;
        @Nullable Cost first = null;
        for (int instants : lengths) {
            Cost cost = new Cost(instants, options.median(() -> seconds(world, instants, false)));
            out.printf(
                    Locale.ROOT,
                    "%8d  %7.2f  %23.2f  %19s%s%n",
                    instants,
                    cost.replay(),
                    1000 * cost.replay() / instants,
                    before == null ? "" : String.format(Locale.ROOT, "n^%.2f", cost.growthFrom(before)),
                    rewrite
                            ? String.format(
                                    Locale.ROOT, "  %14.2f", options.median(() -> seconds(world, instants, true)))
                            : "");
            out.flush();
            first = first == null ? cost : first;
            before = cost;
        }
        if (first != null && before != null && before.instants() > first.instants()) {
            out.printf(
                    Locale.ROOT,
                    "from first to last: n^%.2f, an instant %.2f times%n",
                    before.growthFrom(first),
                    before.replay() / before.instants() / (first.replay() / first.instants()));
            out.flush();
        }
        return 0;
    }

    private static double seconds(MadeWorld world, int instants, boolean rewritten) {
        CountedEngine engine = new CountedEngine(world.catalogue(), world.counted());
        double before = CostOptions.processor();
        world.replay(engine, instants);
        if (rewritten) {
            world.rewrite(engine, instants);
        }
        double seconds = CostOptions.processor() - before;
        if (engine.said() == 0) {
            throw new IllegalStateException("nothing is said of %s after %d instants: take more by --lengths"
                    .formatted(world.counted(), instants));
        }
        return seconds;
    }
}
