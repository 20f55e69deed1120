package org.tidemark.standalone.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Withdrawal;
import org.tidemark.standalone.withdraw.SaidFigures;
import org.tidemark.standalone.withdraw.WithdrawalLog;
import org.tidemark.standalone.withdraw.WithdrawalPlan;
import org.tidemark.streams.app.TopicSetup;
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
            "Of a figure it takes back the number that stands now, in all releases that say it; what others say counts then.",
            "It counts until now and no longer from now on; --undo lets it count again."
        })
final class WithdrawCommand implements Callable<Integer> {
    private static final int REASON_MAX = 2_000;

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

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            converter = DecisionOption.Name.class,
            description = "Who says so (default: the system's user name, ${DEFAULT-VALUE}).")
    private String by = "";

    @Option(names = "--all", description = "Of the figure what every release says, not only what stands now.")
    private boolean all;

    @Option(names = "--undo", description = "Let what was withdrawn count again.")
    private boolean undo;

    @Option(names = "--dry-run", description = "Show what it would do, and do nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

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
        LoadLines.printPassedOver(log.passedOver(), command().getErr());
        WithdrawalPlan plan = new WithdrawalPlan(
                figure,
                meant(said, figure),
                undo ? Withdrawal.Action.RESTORE : Withdrawal.Action.WITHDRAW,
                by,
                reason,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!dryRun) {
            TopicSetup.requireSound(connection, topics);
            log.send(plan.words());
        }
        new WithdrawalReport(said, plan, dryRun).print(command().getOut(), json);
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
        if (all && release != null) {
            throw usage("--all means every release, and --release one; leave one of them out");
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

    private List<Observation> meant(SaidFigures said, @Nullable FigureId figure) {
        List<Observation> held = figure == null
                ? said.ofRelease(Objects.requireNonNull(release), economies)
                : said.of(figure).stream()
                        .filter(o -> release == null || o.batch().release().equals(release))
                        .toList();
        if (held.isEmpty()) {
            throw usage("nothing of %s is held%s; '/api/v1/observations?vintages=all' shows what is"
                    .formatted(figure == null ? source : figure, release == null ? "" : " in release " + release));
        }
        List<Observation> open =
                held.stream().filter(o -> (said.withdrawal(o) != null) == undo).toList();
        if (open.isEmpty()) {
            Withdrawal word = said.withdrawal(held.get(held.size() - 1));
            throw usage(
                    word == null
                            ? "nothing of it is withdrawn"
                            : "it is withdrawn already, at %s by %s: %s"
                                    .formatted(word.at(), word.by(), word.reason()));
        }
        return figure == null || release != null || all || undo ? open : said.standing(figure);
    }

    private CommandLine.ParameterException usage(String line) {
        return new CommandLine.ParameterException(command(), line);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
