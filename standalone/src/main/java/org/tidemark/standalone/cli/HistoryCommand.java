package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.history.History;
import org.tidemark.standalone.history.HistoryFile;
import org.tidemark.standalone.history.HistorySize;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a replay's estimates at their true dates into Prometheus. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Writes history.om, the estimates of a replay at their true dates, from estimates.csv and withheld.csv in DIR, and checks it.",
            "With --prometheus-dir also makes blocks of it, which Prometheus serves: 2015 in Grafana."
        })
final class HistoryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder that 'replay --out' has left.")
    private Path dir = Path.of(".");

    @Option(
            names = "--prometheus-dir",
            paramLabel = "DIR",
            description = "Data folder of a Prometheus that promtool makes blocks in; made when it is absent.")
    private @Nullable Path prometheus;

    @Option(
            names = "--series-max",
            paramLabel = "N",
            defaultValue = "" + HistoryFile.SERIES_DEFAULT,
            description =
                    "Series that the file may have (default ${DEFAULT-VALUE}, with which replay writes it; a cell has six).")
    private int seriesMax;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        if (seriesMax < 1 || seriesMax > HistoryFile.SERIES_MAX) {
            throw new CommandLine.ParameterException(
                    command, "--series-max is %d; write 1 to %d".formatted(seriesMax, HistoryFile.SERIES_MAX));
        }
        PrintWriter out = command.getOut();
        History history = new History(dir);
        HistorySize size = history.write(seriesMax);
        out.printf("%s: %s%n", history.file(), size.line());
        if (prometheus != null) {
            history.createBlocks(prometheus, out::println);
            howToLook(out, prometheus);
        }
        out.flush();
        return 0;
    }

    private static void howToLook(PrintWriter out, Path prometheus) {
        out.printf(
                """
                Start Prometheus on it (its default of 15 days would delete the blocks):
                  prometheus --config.file=/dev/null --storage.tsdb.path=%s --storage.tsdb.retention.time=100y --web.listen-address=127.0.0.1:9090
                and ask, in Grafana with a minimum step of 1d:
                  last_over_time(tidemark_history_estimate_realtime_ratio{measure="penetration",economy="US",sector="TOTAL"}[$__interval])
                """,
                prometheus);
    }
}
