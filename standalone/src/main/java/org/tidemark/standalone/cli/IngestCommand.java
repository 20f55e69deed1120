package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.kafka.IntakeGate;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.producers.kafka.Verdicts;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.Loader;
import org.tidemark.standalone.report.Refusals;
import org.tidemark.standalone.run.GatedTarget;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes files to a running cluster. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description =
                "Recognises each file's format, publishes it to a running cluster, and waits until a monitor has judged it; again means the same.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all that was read is accepted, known already or skipped",
            "1:a file could not be loaded, or no monitor judged what was sent",
            "2:the command line makes no sense",
            "3:all is loaded and judged, and some of it was refused; the first reasons are on stderr"
        })
final class IngestCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Mixin
    private CatalogueOption catalogueOption = new CatalogueOption();

    @Mixin
    private WaitOption wait = new WaitOption();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = catalogueOption.load();
        Inputs inputs = GivenFiles.of(paths);
        Topics topics = cluster.topics();
        Map<String, Object> connection = cluster.connection();
        Cluster.requireTopics(connection, topics);
        TopicSetup.requireSound(connection, topics);
        Codecs codecs = cluster.codecs();
        try (KafkaTarget target = new KafkaTarget(connection, topics, codecs);
                ProgressBars progress = ProgressBars.onTerminal()) {
            IntakeGate gate = new IntakeGate(new NoteBook(connection, topics), wait.patience(), this::say);
            Verdicts verdicts = new Verdicts(target, new LogReader(connection), topics, codecs);
            LoadSettings settings = new LoadSettings(history.asFiled(), null, null, false);
            LoadReport report = new Loader(
                            catalogue,
                            Formats.all(catalogue),
                            new GatedTarget(verdicts, gate::await),
                            Clock.systemUTC(),
                            progress)
                    .live()
                    .run(inputs, settings);
            boolean judged = wait.waits() && verdicts.await(wait.timeout(), progress::judging);
            progress.close();
            print(new IngestLines(report, verdicts.outcomes(), judged));
            LoadLines.printPassedOver(target.passedOver(), command().getErr());
            TopicContents contents = new TopicContents(connection, topics, codecs);
            Refusals refused = LoadLines.refused(report, contents);
            LoadLines.printPassedOver(contents.passedOver(), command().getErr());
            int code = LoadLines.print(report, refused, command().getErr());
            return judged ? code : notJudged(verdicts, code);
        }
    }

    private void say(String line) {
        PrintWriter err = command().getErr();
        err.println("tidemark: " + line);
        err.flush();
    }

    private void print(IngestLines lines) throws IOException {
        if (json) {
            lines.printJson(command().getOut());
        } else {
            lines.print(command().getOut());
        }
    }

    /** Says what is not known; who asked for a verdict and has none must not take that for a good one. */
    private int notJudged(Verdicts verdicts, int code) {
        int open = verdicts.releases() - verdicts.judged();
        if (wait.waits()) {
            PrintWriter err = command().getErr();
            err.printf(
                    Locale.ROOT,
                    "tidemark: all is sent, but %,d of %,d releases have not been judged, and for %d s no monitor has judged anything; start one, then run this again (what is known changes nothing) or ask its /api/v1/rejected%n",
                    open,
                    verdicts.releases(),
                    wait.timeout().toSeconds());
            err.flush();
            return ErrorLine.FAILED;
        }
        if (open > 0 && !json) {
            PrintWriter out = command().getOut();
            out.printf(
                    Locale.ROOT,
                    "not waited: whether %,d releases are accepted is not known yet; run this again without --no-wait (what is known changes nothing), or ask /api/v1/rejected of a monitor%n",
                    open);
            out.flush();
        }
        return code;
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
