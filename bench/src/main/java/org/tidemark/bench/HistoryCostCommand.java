package org.tidemark.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.flow.EconomyEngine;
import org.tidemark.engine.flow.EngineParts;
import org.tidemark.engine.flow.PanelEngine;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.engine.validate.FutureGuard;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Watermark;
import org.tidemark.wire.Codecs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the cost of a replay grows with the length of what it replays: one cell, one comparison, one panel. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Processor seconds of a replay by the number of its instants, median of several runs.")
final class HistoryCostCommand implements Callable<Integer> {
    private static final Instant FIRST = Instant.parse("1976-01-01T00:00:00Z");
    private static final double BILLION = 1e9;

    /** What each instant brings. */
    private static final Map<String, List<String>> WORLDS = Map.of(
            "cell", List.of("adoption.postings.ai_share"),
            "comparison", List.of("labour.vacancies.help_wanted", "labour.unemployment.quarter"));

    private static final int ECONOMIES = 30;

    @Option(
            names = "--instants",
            split = ",",
            defaultValue = "250,1000,4000",
            description = "Lengths of the history (default ${DEFAULT-VALUE}).")
    private List<Integer> lengths = List.of();

    @Option(
            names = "--of",
            defaultValue = "cell",
            description = "cell, comparison or panel (default ${DEFAULT-VALUE}).")
    private String of = "cell";

    @Option(names = "--rounds", defaultValue = "3", description = "Runs of each length (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        double unused = seconds(lengths.get(0));
        out.println("instants  seconds  milliseconds an instant  growth of the whole");
        double before = 0;
        int length = 0;
        for (int instants : lengths) {
            double[] runs = DoubleStream.generate(() -> seconds(instants))
                    .limit(rounds)
                    .sorted()
                    .toArray();
            double seconds = runs[runs.length / 2];
            String growth = before == 0
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "n^%.2f",
                            StrictMath.log(seconds / before) / StrictMath.log((double) instants / length));
            out.printf(Locale.ROOT, "%8d  %7.2f  %23.2f  %19s%n", instants, seconds, 1000 * seconds / instants, growth);
            out.flush();
            before = seconds;
            length = instants;
        }
        return 0;
    }

    private double seconds(int instants) {
        Catalogue catalogue = ShippedCatalogue.with(List.of());
        LongConsumer each = of.equals("panel") ? panel(catalogue) : economy(catalogue, of);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        LongStream.range(0, instants).forEach(each);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / BILLION;
    }

    private static EngineParts parts(Catalogue catalogue) {
        return new EngineParts(catalogue, Codecs.singleObject(), FlowListener.NONE, Rederivation.none());
    }

    /** A day's figure of each indicator, published the day after. */
    private static LongConsumer economy(Catalogue catalogue, String world) {
        List<String> indicators = WORLDS.getOrDefault(world, List.of());
        if (indicators.isEmpty()) {
            throw new IllegalArgumentException("--of %s: write cell, comparison or panel".formatted(world));
        }
        EconomyEngine engine = new EconomyEngine(
                parts(catalogue),
                new MemoryTables(),
                new Task("economies", 0),
                FutureGuard.NONE,
                () -> Instant.EPOCH,
                output -> {});
        return day -> {
            Instant published = FIRST.plusSeconds((day + 1) * 86_400);
            BatchId batch = new BatchId("MADE", "d" + day, published, "made");
            for (int i = 0; i < indicators.size(); i++) {
                String id = indicators.get(i);
                engine.accept(new Observation(
                        new FigureId(new SeriesId(id, "US", SeriesId.TOTAL, "MADE"), day(day)),
                        value(day, i),
                        null,
                        catalogue.units(id).get(0),
                        PublishedBasis.STATED,
                        ObservationStatus.NORMAL,
                        batch,
                        i,
                        published,
                        null));
            }
            engine.accept(new ReleaseEnd("US", batch, indicators.size(), false, false));
        };
    }

    /** A day's figure of the same indicator of each economy, which all recipes of the world that read it compare. */
    private static LongConsumer panel(Catalogue catalogue) {
        PanelEngine engine = new PanelEngine(parts(catalogue), new MemoryTables(), new Task("panels", 0), output -> {});
        List<String> economies = List.of(Locale.getISOCountries()).subList(0, ECONOMIES);
        return day -> {
            Instant published = FIRST.plusSeconds((day + 1) * 86_400);
            BatchId batch = new BatchId("MICROSOFT_AIEI", "d" + day, published, "made");
            for (int i = 0; i < economies.size(); i++) {
                SeriesId series =
                        new SeriesId("adoption.people.any_use", economies.get(i), SeriesId.TOTAL, "MICROSOFT_AIEI");
                engine.accept(new ValueChange(
                        new FigureId(series, day(day)),
                        CurrentValue.NONE,
                        new CurrentValue(value(day, i), null, published),
                        batch,
                        false));
            }
            Watermark.onEach("bench", published, 1, false).forEach(engine::accept);
        };
    }

    private static Period day(long day) {
        return Period.parse(
                LocalDate.ofInstant(FIRST, ZoneOffset.UTC).plusDays(day).toString());
    }

    private static double value(long day, int i) {
        return 6 + i + 3 * StrictMath.sin(0.01 * day + i) + 0.2 * StrictMath.sin(2.1 * day + i);
    }
}
