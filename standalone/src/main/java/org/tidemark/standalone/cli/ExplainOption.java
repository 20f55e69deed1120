package org.tidemark.standalone.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.news.News;
import org.tidemark.standalone.report.MoversTable;
import picocli.CommandLine.Option;

/** Of which economy it is told what moved its estimates most. */
final class ExplainOption {
    @Option(
            names = "--explain",
            paramLabel = "ECONOMY",
            description =
                    "Economy whose ten releases that moved an estimate most are listed; default: the one with most news.")
    private @Nullable String economy;

    void print(List<News> news, PrintWriter to) {
        new MoversTable(economy).lines(news).forEach(to::println);
    }
}
