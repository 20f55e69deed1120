package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.accuracy.BackTest;
import org.tidemark.accuracy.Curve;
import org.tidemark.accuracy.SetScore;
import org.tidemark.accuracy.StageReliability;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.pool.PoolCoverage;
import org.tidemark.pool.PoolSurprise;
import org.tidemark.pool.PooledEstimator;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.Loader;
import org.tidemark.standalone.accuracy.CurveCollector;
import org.tidemark.standalone.report.AccuracyTable;
import org.tidemark.standalone.report.PoolTable;
import org.tidemark.standalone.report.Refusals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores projections of adoption on what is known by now. */
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        description =
                "Projects adoption in files from each past figure on, and scores that against the figures that came, beside the last value, a drift and a damped trend.")
final class AccuracyCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "File or folder to read; may be given several times.")
    private List<Path> data = List.of();

    @Mixin
    private CatalogueOption catalogue = new CatalogueOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Catalogue known = catalogue.load();
        CurveCollector collector = new CurveCollector(known);
        LoadReport report;
        try (ProgressBars progress = ProgressBars.onTerminal()) {
            report = new Loader(known, Formats.all(known), collector, Clock.systemUTC(), progress)
                    .run(GivenFiles.of(data), LoadSettings.ALL);
        }
        List<Curve> curves = collector.curves();
        List<SetScore> scores =
                SetScore.of(BackTest.of(curves, economy -> known.aggregates().containsKey(economy)));
        PrintWriter out =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        AccuracyTable.lines(scores).forEach(out::println);
        out.println();
        AccuracyTable.lines(StageReliability.of(curves), StageReliability.ofEverybody(curves))
                .forEach(out::println);
        out.println();
        PoolTable.lines(PoolCoverage.of(surprises(known, collector))).forEach(out::println);
        out.flush();
        Refusals refusals = new Refusals();
        collector.rejections().forEach(refusals::add);
        return LoadLines.print(
                report,
                refusals,
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getErr());
    }

    private static List<PoolSurprise> surprises(Catalogue catalogue, CurveCollector collector) {
        PooledEstimator pool = new PooledEstimator(catalogue);
        return collector.figures().stream()
                .flatMap(figures -> pool.surprises(figures).stream())
                .toList();
    }
}
