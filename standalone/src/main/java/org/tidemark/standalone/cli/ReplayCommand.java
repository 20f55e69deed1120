package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.standalone.history.HistoryFile;
import org.tidemark.standalone.history.HistorySize;
import org.tidemark.standalone.replay.Replay;
import org.tidemark.standalone.replay.ReplaySettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays history in the order of publication, apart from everything live. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Plays files, or the observations of a running cluster, in the order of publication through the same topologies and writes what was said when.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all that was read is accepted, known already or skipped",
            "1:a file could not be played, or the replay failed",
            "2:the command line makes no sense",
            "3:all is played, and some of it was refused; the first reasons are on stderr, all of them in rejected.csv"
        })
final class ReplayCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "PATH", description = "File or folder to play; may be given several times.")
    private List<Path> data = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files that it leaves.")
    private Path out = Path.of(".");

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = AsOf.class,
            description = "Only what was published by then: 2025-03, 2025-03-31 or an instant.")
    private @Nullable Instant asOf;

    @Option(
            names = "--until",
            paramLabel = "PERIOD",
            converter = Until.class,
            description = "Only periods that end by the end of this one: 2024, 2024-Q3, 2024-05, 2024-05-17.")
    private @Nullable LocalDate until;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Stream threads (default ${DEFAULT-VALUE}).")
    private int threads;

    @Mixin
    private TopicOption topic = new TopicOption();

    @Mixin
    private PlaybackOption playback = new PlaybackOption();

    @Mixin
    private CatalogueOption catalogue = new CatalogueOption();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private ExplainOption explain = new ExplainOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        refuseMisuse(command);
        ReplaySettings settings = new ReplaySettings(catalogue.load(), out, asOf, until, history.asFiled(), threads);
        try (ProgressBars progress = ProgressBars.onTerminal()) {
            Replay.Told told = run(new Replay(settings, playback.playback(command.getOut()), progress));
            progress.close();
            print(command.getOut(), told);
            int code = LoadLines.print(told.report(), told.refused(), command.getErr());
            return told.counts().addUp() ? code : doNotAddUp(command.getErr());
        }
    }

    private Replay.Told run(Replay replay) throws IOException, InterruptedException {
        return topic.isAsked() ? replay.run(topic.source()) : replay.run(GivenFiles.of(data));
    }

    /** What picocli cannot tell, before anything is started. */
    private void refuseMisuse(CommandLine command) {
        String complaint = complaint();
        if (complaint != null) {
            throw new CommandLine.ParameterException(command, complaint);
        }
    }

    private @Nullable String complaint() {
        if (threads < 1 || threads > ReplaySettings.THREADS_MAX) {
            return "--threads is %d; write 1 to %d".formatted(threads, ReplaySettings.THREADS_MAX);
        }
        if (topic.isAsked() == !data.isEmpty()) {
            return topic.isAsked()
                    ? "--data and --from-topic exclude each other; leave one out"
                    : "nothing to play; give --data PATH, or --from-topic --bootstrap HOST:PORT";
        }
        if (topic.isAsked() && history.asFiled()) {
            return "--history dates the figures of files; those of a topic have their dates, so leave it out";
        }
        return topic.complaint();
    }

    private int doNotAddUp(PrintWriter err) {
        err.printf("tidemark: the counts do not add up, which is a fault of Tidemark's; report it with %s%n", out);
        err.flush();
        return ErrorLine.FAILED;
    }

    private void print(PrintWriter to, Replay.Told told) {
        double seconds = Math.max(1, told.took().toMillis()) / 1000.0;
        to.println(told.counts().line());
        LoadLines.printCopies(told.report(), to);
        to.printf(
                Locale.ROOT,
                "%,d updates of estimates from %,d figures in %.1f s, %,.0f figures a second, %,d MiB at the peak (%s); see %s%n",
                told.updates(),
                told.report().sent(),
                seconds,
                told.report().sent() / seconds,
                told.memory().bytes() >> 20,
                told.memory().of().label(),
                out);
        printLeftOff(told.history(), out, to);
        explain.print(told.news(), to);
        to.flush();
    }

    /** Whoever looks for a cell in Prometheus must not take one that was cut off for one of which nothing was said. */
    static void printLeftOff(HistorySize history, Path out, PrintWriter to) {
        history.leftOffLine()
                .ifPresent(line -> to.printf(
                        "%s: %s; 'tidemark history %s --series-max N' shows more%n", HistoryFile.NAME, line, out));
    }

    static final class AsOf implements CommandLine.ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return converted(text, PublicationDate::parse);
        }
    }

    static final class Until implements CommandLine.ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return converted(text, Period::parse).end();
        }
    }

    /** The parser's own words: around any other exception picocli puts the names of Java types. */
    private static <T> T converted(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
