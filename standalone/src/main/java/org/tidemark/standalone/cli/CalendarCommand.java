package org.tidemark.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.Loader;
import org.tidemark.standalone.accuracy.CalendarCollector;
import org.tidemark.standalone.accuracy.CalendarScore;
import org.tidemark.standalone.report.CalendarScoreTable;
import org.tidemark.standalone.report.Refusals;
import org.tidemark.standalone.report.ShownCalendar;
import org.tidemark.standalone.report.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells when each source is expected next, and what its release is worth. */
@Command(
        name = "calendar",
        mixinStandardHelpOptions = true,
        description =
                "Tells when each source is expected next and what its release is worth before it comes: asks the system that runs on this machine, or with --data-dir what one has left. With --score, how right it would have been.")
final class CalendarCommand implements Callable<Integer> {
    @Option(
            names = "--economy",
            paramLabel = "ECONOMY",
            description = "Only for these: codes or names, with commas between them.")
    private @Nullable String economy;

    @Option(names = "--as-of", paramLabel = "DATE", description = "As it was known then: 2025, 2025-03 or 2025-03-31.")
    private @Nullable String asOf;

    @Option(
            names = "--measure",
            paramLabel = "MEASURE",
            description = "Of this measure in place of penetration: demand_gap, displacement.contrast, ...")
    private @Nullable String measure;

    @Option(
            names = "--score",
            paramLabel = "PATH",
            description =
                    "Asks no system: reads this file or folder, and tells how right the calendar would have been; may be given several times.")
    private List<Path> score = List.of();

    @Option(names = "--json", description = "Print what the query API answers.")
    private boolean json;

    @Option(names = "--ids", description = "The ids that files and the query API have, instead of names.")
    private boolean ids;

    @Mixin
    private AskedOption asked = new AskedOption();

    @Mixin
    private CatalogueOption catalogueOption = new CatalogueOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Catalogue catalogue = catalogueOption.load();
        if (!score.isEmpty()) {
            return score(catalogue);
        }
        print(catalogue, asked.answer(catalogue, "calendar?" + query()));
        return 0;
    }

    private int score(Catalogue catalogue) throws IOException {
        CalendarCollector read = new CalendarCollector(catalogue);
        LoadReport report;
        try (ProgressBars progress = ProgressBars.onTerminal()) {
            report = new Loader(catalogue, Formats.all(catalogue), read, Clock.systemUTC(), progress)
                    .run(GivenFiles.of(score), LoadSettings.ALL);
        }
        CalendarScore scored = new CalendarScore(catalogue);
        CalendarScoreTable.lines(scored.days(read), scored.worths(read)).forEach(out()::println);
        out().flush();
        Refusals refusals = new Refusals();
        read.rejections().forEach(refusals::add);
        return LoadLines.print(report, refusals, command().getErr());
    }

    private PrintWriter out() {
        return command().getOut();
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }

    private String query() {
        StringBuilder query = new StringBuilder("sector=TOTAL&limit=100000");
        if (economy != null) {
            query.append("&economy=").append(URLEncoder.encode(economy, StandardCharsets.UTF_8));
        }
        if (measure != null) {
            query.append("&measure=").append(URLEncoder.encode(measure, StandardCharsets.UTF_8));
        }
        if (asOf != null) {
            query.append("&as_of=").append(URLEncoder.encode(asOf, StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    private void print(Catalogue catalogue, String answer) throws IOException {
        PrintWriter out = out();
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        JsonNode root = mapper.readTree(answer);
        if (json) {
            out.println(mapper.writeValueAsString(root));
        } else {
            new ShownCalendar(new Words(catalogue, ids)).lines(root).forEach(out::println);
        }
        out.flush();
    }
}
