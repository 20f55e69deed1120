package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Withdrawal;
import org.tidemark.standalone.withdraw.SaidFigures;
import org.tidemark.standalone.withdraw.WithdrawalLog;
import org.tidemark.wire.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes back what was loaded wrongly. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {
            "Takes back what was loaded wrongly: a figure (--indicator, --economy, --period), or a release (--release).",
            "It counts until now and no longer from now on; --undo lets it count again."
        })
final class WithdrawCommand implements Callable<Integer> {
    private static final int SHOWN = 20;
    private static final int REASON_MAX = 2_000;

    /** Publication is the end of a day: what is withdrawn on its own day is withdrawn just after it. */
    private static final Duration DAY = Duration.ofDays(1);

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Option(names = "--source", required = true, paramLabel = "ID", description = "Who published it.")
    private String source = "";

    @Option(names = "--release", paramLabel = "ID", description = "All of this release, or of a figure what it says.")
    private @Nullable String release;

    @Option(
            names = "--economy",
            split = ",",
            paramLabel = "CODE",
            description = "Of the figure; of a release only these, separated by commas.")
    private List<String> economies = new ArrayList<>();

    @Option(names = "--indicator", paramLabel = "ID", description = "Of the figure.")
    private @Nullable String indicator;

    @Option(names = "--sector", paramLabel = "CODE", description = "Of the figure (default ${DEFAULT-VALUE}).")
    private String sector = SeriesId.TOTAL;

    @Option(names = "--period", paramLabel = "PERIOD", description = "Of the figure, such as 2024 or 2024-05.")
    private @Nullable String period;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it stays on the log.")
    private String reason = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so (default: the user of the system).")
    private @Nullable String by;

    @Option(names = "--undo", description = "Let what was withdrawn count again.")
    private boolean undo;

    @Option(names = "--dry-run", description = "Show what it would do, and do nothing.")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException {
        FigureId figure = figure();
        requireText();
        Map<String, Object> connection = cluster.connection();
        Topics topics = cluster.topics();
        Cluster.requireTopics(connection, topics);
        WithdrawalLog log = new WithdrawalLog(connection, topics, cluster.codecs());
        SaidFigures said = log.saidBy(source);
        List<Observation> meant = meant(said, figure);
        List<Withdrawal> words = words(meant, figure);
        if (!dryRun) {
            log.send(words);
        }
        print(said, meant, words);
        return 0;
    }

    /** The figure that is meant, or null for a release as a whole. */
    private @Nullable FigureId figure() {
        if (indicator == null && period == null) {
            if (release == null) {
                throw usage("say what: --indicator, --economy and --period of a figure, or --release");
            }
            return null;
        }
        if (indicator == null || period == null || economies.size() != 1) {
            throw usage("a figure needs --indicator, --period and one --economy; of a release as a whole leave all but"
                    + " --economy out");
        }
        try {
            return new FigureId(new SeriesId(indicator, economies.get(0), sector, source), Period.parse(period));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private void requireText() {
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw usage("--reason has %d characters; write 1 to %d".formatted(reason.length(), REASON_MAX));
        }
    }

    private String name() {
        String given = by;
        return given == null || given.isBlank() ? System.getProperty("user.name", "unknown") : given;
    }

    private List<Observation> meant(SaidFigures said, @Nullable FigureId figure) {
        List<Observation> all = figure == null
                ? said.ofRelease(Objects.requireNonNull(release), economies)
                : said.of(figure).stream()
                        .filter(o -> release == null || o.batch().release().equals(release))
                        .toList();
        if (all.isEmpty()) {
            throw usage("nothing of %s is held%s; '/api/v1/observations?vintages=all' shows what is"
                    .formatted(figure == null ? source : figure, release == null ? "" : " in release " + release));
        }
        List<Observation> open =
                all.stream().filter(o -> (said.withdrawal(o) != null) == undo).toList();
        if (open.isEmpty()) {
            Withdrawal word = said.withdrawal(all.get(all.size() - 1));
            throw usage(
                    word == null
                            ? "nothing of it is withdrawn"
                            : "it is withdrawn already, at %s by %s: %s"
                                    .formatted(word.at(), word.by(), word.reason()));
        }
        // Of a figure without a release what stands now is meant, not all that was ever said of it.
        return figure == null || release != null || undo ? open : said.newest(figure);
    }

    /** One word for each release and economy, or for each release that speaks of the figure. */
    private List<Withdrawal> words(List<Observation> meant, @Nullable FigureId figure) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Withdrawal> words = new TreeMap<>();
        for (Observation o : meant) {
            BatchId batch = o.batch();
            words.putIfAbsent(
                    o.economy() + " " + batch,
                    new Withdrawal(
                            o.economy(),
                            batch,
                            figure,
                            undo ? Withdrawal.Action.RESTORE : Withdrawal.Action.WITHDRAW,
                            name(),
                            reason,
                            at(batch.published(), now)));
        }
        return List.copyOf(words.values());
    }

    private static Instant at(Instant published, Instant now) {
        boolean today = published.isAfter(now) && !published.isAfter(now.plus(DAY));
        return today ? published.plusMillis(1) : now;
    }

    private void print(SaidFigures said, List<Observation> meant, List<Withdrawal> words) {
        PrintWriter out = command().getOut();
        meant.stream().limit(SHOWN).forEach(o -> out.println(line(said, meant, o)));
        if (meant.size() > SHOWN) {
            out.printf("and %,d more%n", meant.size() - SHOWN);
        }
        out.printf(
                "%,d figures in %d %s %s, by %s%s%n",
                meant.size(),
                words.size(),
                words.size() == 1 ? "release" : "releases",
                dryRun ? "would be " + done() : done(),
                name(),
                dryRun ? "; nothing was sent" : "; the estimates follow as soon as they are processed");
        out.flush();
    }

    private String done() {
        return undo ? "restored" : "withdrawn";
    }

    private String line(SaidFigures said, List<Observation> meant, Observation o) {
        Observation left = undo ? o : said.without(o.figure(), meant);
        String then = undo
                ? "counts again"
                : left == null
                        ? "then nothing counts"
                        : "then %s of %s counts".formatted(number(left.value()), left.published());
        return "%s: %s %s, published %s, release %s; %s"
                .formatted(
                        o.figure(),
                        number(o.value()),
                        o.unit(),
                        o.published(),
                        o.batch().release(),
                        then);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "(withdrawn by its publisher)" : value.toString();
    }

    private CommandLine.ParameterException usage(String line) {
        return new CommandLine.ParameterException(command(), line);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
