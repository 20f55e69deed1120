package org.tidemark.bench;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What one release costs an economy that has every indicator of its recipes, with the declared measures and without. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description =
                "Processor milliseconds of a release of all that recipes and gaps read of one economy, with the shipped measures and without, by length of history.")
final class UpdateCostCommand implements Callable<Integer> {
    private static final List<Integer> USUAL = List.of(60, 120, 240);
    private static final int LAST = 8;
    private static final double MILLISECONDS = 1000;
    /** The oldest of the made quarters lie before the usual bounds. */
    private static final CatalogueYaml.Text LONG_AGO = new CatalogueYaml.Text(
            "bench.yaml", "bounds: { sources: { MADE: { published_from: 1900-01-01, periods_from: 1900-01-01 } } }\n");

    @Mixin
    private CostOptions options = new CostOptions();

    @Override
    public Integer call() {
        Catalogue with = ShippedCatalogue.with(List.of(LONG_AGO));
        Catalogue without = ShippedCatalogue.with(List.of(
                LONG_AGO,
                new CatalogueYaml.Text(
                        "off.yaml",
                        with.recipes().measures().recipes().keySet().stream()
                                .map(id -> "  " + id + ": off")
                                .collect(Collectors.joining("\n", "measures:\n", "\n")))));
        List<String> indicators = List.copyOf(indicators(with));
        List<Integer> lengths = options.lengths(USUAL);
        Cost unused = replayed(with, indicators, lengths.get(0));
        Cost unusedToo = replayed(without, indicators, lengths.get(0));
        PrintWriter out = options.out();
        out.println("quarters  with ms  without ms  ratio  whole with s  whole without s  ratio");
        for (int quarters : lengths) {
            Cost all = Cost.median(options, () -> replayed(with, indicators, quarters));
            Cost none = Cost.median(options, () -> replayed(without, indicators, quarters));
            out.printf(
                    Locale.ROOT,
                    "%8d  %7.1f  %10.1f  %5.2f  %12.2f  %15.2f  %5.2f%n",
                    quarters,
                    MILLISECONDS * all.last(),
                    MILLISECONDS * none.last(),
                    all.last() / none.last(),
                    all.whole(),
                    none.whole(),
                    all.whole() / none.whole());
            out.flush();
        }
        return 0;
    }

    /** All that recipes of one economy and gaps read, as a whole. */
    private static Set<String> indicators(Catalogue catalogue) {
        Set<String> all = new TreeSet<>();
        for (MeasureRecipe recipe : catalogue.recipes().measures().recipes().values()) {
            if (!recipe.isPanel() && recipe.isOf(CountedEngine.ECONOMY)) {
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
     * What a history costs, in processor seconds.
     *
     * @param last a release, mean of the last
     * @param whole all of it
     */
    private record Cost(double last, double whole) {
        /** Each of the two for itself. */
        static Cost median(CostOptions options, Supplier<Cost> run) {
            List<Cost> runs = new ArrayList<>();
            double whole = options.median(() -> {
                Cost cost = run.get();
                runs.add(cost);
                return cost.whole();
            });
            List<Double> lasts = runs.stream().map(Cost::last).sorted().toList();
            return new Cost(lasts.get(lasts.size() / 2), whole);
        }
    }

    private static Cost replayed(Catalogue catalogue, List<String> indicators, int quarters) {
        CountedEngine engine = new CountedEngine(catalogue, "");
        double[] seconds = new double[quarters];
        int year = 2024 - (quarters + 3) / 4;
        for (int q = 0; q < quarters; q++) {
            Period period = Period.parse("%d-Q%d".formatted(year + q / 4, 1 + q % 4));
            double before = CostOptions.processor();
            release(engine, indicators, period, q);
            seconds[q] = CostOptions.processor() - before;
        }
        double last = Arrays.stream(seconds, Math.max(0, quarters - LAST), quarters)
                .average()
                .orElse(0);
        return new Cost(last, Arrays.stream(seconds).sum());
    }

    private static void release(CountedEngine engine, List<String> indicators, Period period, int q) {
        Instant published = period.end().plusDays(30).atStartOfDay().toInstant(ZoneOffset.UTC);
        BatchId batch = new BatchId("MADE", period.label(), published, "made");
        for (int i = 0; i < indicators.size(); i++) {
            String id = indicators.get(i);
            double wave = StrictMath.sin(0.7 * q + id.hashCode() % 7) + StrictMath.sin(0.13 * q);
            double value = id.startsWith("adoption") ? 5 + 0.02 * q : 50 + 0.1 * q + wave;
            SeriesId series = new SeriesId(id, CountedEngine.ECONOMY, SeriesId.TOTAL, "MADE");
            engine.figure(new FigureId(series, period), value, batch, i);
        }
        engine.end(batch, indicators.size());
    }
}
