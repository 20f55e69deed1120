package org.tidemark.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.flow.EconomyEngine;
import org.tidemark.engine.flow.EngineParts;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.engine.validate.FutureGuard;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;
import org.tidemark.wire.Codecs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What one release costs an economy that has every indicator of its recipes, with the declared measures and without. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description =
                "Processor milliseconds of a release of all that recipes and gaps read of one economy, with the shipped measures and without, by length of history.")
final class UpdateCostCommand implements Callable<Integer> {
    private static final String ECONOMY = "US";
    private static final int LAST = 8;
    private static final double MILLION = 1e6;

    @Option(
            names = "--quarters",
            split = ",",
            defaultValue = "60,120,240",
            description = "Lengths of the history (default ${DEFAULT-VALUE}).")
    private List<Integer> lengths = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Catalogue with = ShippedCatalogue.with(List.of());
        Catalogue without = ShippedCatalogue.with(List.of(new CatalogueYaml.Text(
                "off.yaml",
                with.recipes().measures().recipes().keySet().stream()
                        .map(id -> "  " + id + ": off")
                        .collect(Collectors.joining("\n", "measures:\n", "\n")))));
        SortedSet<String> indicators = indicators(with);
        double warm = replayed(with, indicators, 60).last()
                + replayed(without, indicators, 60).last();
        if (spec != null && warm >= 0) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("quarters  with ms  without ms  ratio  whole with s  whole without s");
            for (int quarters : lengths) {
                Cost all = replayed(with, indicators, quarters);
                Cost none = replayed(without, indicators, quarters);
                out.printf(
                        "%8d  %7.1f  %10.1f  %5.1f  %12.2f  %15.2f%n",
                        quarters, all.last(), none.last(), all.last() / none.last(), all.whole(), none.whole());
            }
            out.flush();
        }
        return 0;
    }

    /** All that recipes of one economy and gaps read, as a whole. */
    private static SortedSet<String> indicators(Catalogue catalogue) {
        SortedSet<String> all = new TreeSet<>();
        for (MeasureRecipe recipe : catalogue.recipes().measures().recipes().values()) {
            if (!recipe.isPanel() && recipe.isOf(ECONOMY)) {
                recipe.parts().stream()
                        .filter(part -> !part.isMany())
                        .map(MeasurePart::indicator)
                        .filter(id -> id != null)
                        .forEach(all::add);
            }
        }
        catalogue.recipes().gaps().values().forEach(gap -> all.addAll(gap.indicators()));
        all.add("adoption.firms.goods_services");
        return all;
    }

    /**
     * What a history costs.
     *
     * @param last processor milliseconds of a release, mean of the last
     * @param whole processor seconds of all
     */
    private record Cost(double last, double whole) {}

    private static Cost replayed(Catalogue catalogue, SortedSet<String> indicators, int quarters) {
        EconomyEngine engine = new EconomyEngine(
                new EngineParts(catalogue, Codecs.singleObject(), FlowListener.NONE, Rederivation.none()),
                new MemoryTables(),
                new Task("economies", 0),
                FutureGuard.NONE,
                () -> Instant.EPOCH,
                output -> {});
        List<Long> nanos = new ArrayList<>();
        int year = 2024 - quarters / 4;
        for (int q = 0; q < quarters; q++) {
            Period period = Period.parse("%d-Q%d".formatted(year + q / 4, 1 + q % 4));
            Instant published = Instant.parse(period.end() + "T00:00:00Z").plus(30, ChronoUnit.DAYS);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            release(engine, catalogue, indicators, period, q, published);
            nanos.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        }
        double last = nanos.subList(nanos.size() - LAST, nanos.size()).stream()
                .mapToLong(n -> n)
                .average()
                .orElse(0);
        return new Cost(last / MILLION, nanos.stream().mapToLong(n -> n).sum() / MILLION / 1000);
    }

    private static void release(
            EconomyEngine engine,
            Catalogue catalogue,
            SortedSet<String> indicators,
            Period period,
            int q,
            Instant published) {
        BatchId batch = new BatchId("FRED_QD", period.label(), published, "made");
        int ordinal = 0;
        for (String id : indicators) {
            double wave = StrictMath.sin(0.7 * q + id.hashCode() % 7) + StrictMath.sin(0.13 * q);
            double value = id.startsWith("adoption") ? 5 + 0.02 * q : 50 + 0.1 * q + wave;
            engine.accept(new Observation(
                    new FigureId(new SeriesId(id, ECONOMY, SeriesId.TOTAL, "FRED_QD"), period),
                    value,
                    null,
                    catalogue.units(id).get(0),
                    PublishedBasis.STATED,
                    ObservationStatus.NORMAL,
                    batch,
                    ordinal++,
                    published,
                    null));
        }
        engine.accept(new ReleaseEnd(ECONOMY, batch, indicators.size(), false, false));
    }
}
