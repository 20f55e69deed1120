package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertState;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.query.QueryServer;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.MaturedProjectionStore;
import org.tidemark.engine.store.StandingStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.kafka.WatchLease;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.Loader;
import org.tidemark.producers.watch.Watch;
import org.tidemark.standalone.logging.LogFile;
import org.tidemark.standalone.report.ActiveAlerts;
import org.tidemark.standalone.report.Counts;
import org.tidemark.standalone.report.NextTable;
import org.tidemark.standalone.report.Refusals;
import org.tidemark.standalone.report.ScoreSentence;
import org.tidemark.standalone.report.Summary;
import org.tidemark.standalone.report.Words;
import org.tidemark.standalone.run.DataDir;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.ShutdownScope;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.standalone.watch.LiveWatch;
import org.tidemark.standalone.watch.LoadingPublisher;
import org.tidemark.standalone.watch.WatchLines;
import org.tidemark.standalone.watch.WatchTally;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole system in this JVM: broker, topologies, producers, HTTP. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Runs broker, topologies, producers and HTTP in one process, on the shipped figures or your own.",
        exitCodeListHeading = "%nExit codes, with --once:%n",
        exitCodeList = {
            "0:all that was read is accepted, known already or skipped",
            "1:a file could not be loaded, or the system failed",
            "2:the command line makes no sense",
            "3:all is loaded and estimated, and some of it was refused; the first reasons are on stderr"
        })
final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "File or folder to load instead of the shipped figures; may be given several times.")
    private List<Path> data = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "HTTP port (default ${DEFAULT-VALUE}; 0 takes any free one).")
    private int port;

    @Option(
            names = "--kafka-port",
            paramLabel = "N",
            defaultValue = "9092",
            converter = PortConverter.class,
            description = "Port of the embedded broker (default ${DEFAULT-VALUE}; with --once a free one).")
    private int kafkaPort;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "tidemark-data",
            description = "Where everything is kept between runs (default ${DEFAULT-VALUE}).")
    private Path dataDir = Path.of("tidemark-data");

    @Option(names = "--ephemeral", description = "Keep nothing: a new directory that goes with the run.")
    private boolean ephemeral;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = ReplayCommand.AsOf.class,
            description = "Only what was published by then, as 2025-03 or 2025-03-31; needs --ephemeral.")
    private @Nullable Instant asOf;

    @Option(names = "--once", description = "End when everything is loaded and estimated, and print the summary.")
    private boolean once;

    @Option(names = "--ids", description = "Tables with the ids that files and the query API have, instead of names.")
    private boolean ids;

    @Option(
            names = "--live",
            description = "Ask publishers too, when they are due: see 'tidemark watch'; needs --contact.")
    private boolean live;

    @Mixin
    private AskingOption asking = new AskingOption();

    @Mixin
    private AccessOption access = new AccessOption();

    @Mixin
    private CatalogueOption catalogueOption = new CatalogueOption();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();
    private HttpSettings http = HttpSettings.on(QueryServer.LOOPBACK);

    @Override
    public Integer call() throws IOException, InterruptedException {
        Catalogue catalogue = catalogueOption.load();
        http = access.settings(QueryServer.LOOPBACK, command().getErr());
        Inputs named = GivenFiles.of(data);
        if (asOf != null && !ephemeral) {
            throw new CommandLine.ParameterException(
                    command(), "--as-of needs --ephemeral: what is kept may hold what was published later");
        }
        if (live && (once || ephemeral)) {
            throw new CommandLine.ParameterException(
                    command(), "--live stays, and keeps what arrives: leave out --once and --ephemeral");
        }
        if (live) {
            asking.require(catalogue, this::command);
        }
        return ShutdownScope.of(life -> run(life, catalogue, named));
    }

    private int run(ShutdownScope life, Catalogue catalogue, Inputs named) throws IOException, InterruptedException {
        DataDir dir = life.hold(() -> ephemeral ? DataDir.ephemeral() : DataDir.kept(dataDir));
        LogFile.in(dir.path());
        Inputs inputs = data.isEmpty() ? Inputs.of(List.of(dir.shippedFigures())) : named;
        LocalSystem system = life.hold(() -> LocalSystem.start(settings(dir, catalogue), dir.place()));
        LoadLines.printNotices(system.notices(), command().getErr());
        return once ? loadAndTell(system, inputs, catalogue) : stay(life, system, inputs, catalogue);
    }

    private SystemSettings settings(DataDir dir, Catalogue catalogue) {
        SystemSettings settings = new SystemSettings(
                dir.path(), once ? 0 : kafkaPort, new Topics(Topics.DEFAULT_PREFIX), StoreKind.DISK, 1, catalogue);
        if (once) {
            return settings.unwatched();
        }
        port = OwnAddress.port(QueryServer.LOOPBACK, port);
        return settings.advertisedAt(OwnAddress.of(QueryServer.LOOPBACK, port));
    }

    private int loadAndTell(LocalSystem system, Inputs inputs, Catalogue catalogue)
            throws IOException, InterruptedException {
        LoadReport report = load(system, inputs, catalogue);
        summary(system, catalogue);
        LoadLines.printCopies(report, command().getOut());
        command().getOut().flush();
        TopicContents contents = new TopicContents(system.connection(), system.topics(), Codecs.singleObject());
        Refusals refused = LoadLines.refused(report, contents);
        LoadLines.printPassedOver(contents.passedOver(), command().getErr());
        return LoadLines.print(report, refused, command().getErr());
    }

    private int stay(ShutdownScope life, LocalSystem system, Inputs inputs, Catalogue catalogue)
            throws IOException, InterruptedException {
        QueryServer server = life.hold(() -> listening(system));
        // What could not be loaded has been said; the rest is there to be asked for.
        int unused = loadAndTell(system, inputs, catalogue);
        where(system, server);
        if (live) {
            askPublishers(life, system, catalogue);
        }
        CompletableFuture<?> end = CompletableFuture.anyOf(life.told(), system.failed());
        end.join();
        return life.told().isDone() ? ErrorLine.ENDED : ErrorLine.FAILED;
    }

    private void askPublishers(ShutdownScope life, LocalSystem system, Catalogue catalogue)
            throws IOException, InterruptedException {
        PrintWriter err = command().getErr();
        LoadingPublisher publisher = new LoadingPublisher(
                catalogue,
                () -> new KafkaTarget(system.connection(), system.topics(), Codecs.singleObject()),
                system::gated,
                clock,
                report -> LoadLines.printLines(report, err));
        WatchTally tally = new WatchTally();
        system.count(tally);
        WatchLines lines = new WatchLines(command().getOut(), err, tally);
        WatchLease lease = life.hold(() -> new WatchLease(system.connection(), system.topics()));
        Watch watch = asking.watch(life, catalogue, this::command, lease, publisher, lines);
        LiveWatch unused = life.hold(() -> LiveWatch.start(watch, clock, line -> err.println("tidemark: " + line)));
    }

    private QueryServer listening(LocalSystem system) throws IOException {
        QueryServer server = access.server(http, system);
        server.start(port);
        return server;
    }

    private LoadReport load(LocalSystem system, Inputs inputs, Catalogue catalogue)
            throws IOException, InterruptedException {
        try (KafkaTarget target = new KafkaTarget(system.connection(), system.topics(), Codecs.singleObject());
                ProgressBars progress = ProgressBars.onTerminal()) {
            LoadSettings settings = new LoadSettings(history.asFiled(), asOf, null, true);
            LoadReport report = new Loader(catalogue, Formats.all(catalogue), system.gated(target), clock, progress)
                    .live()
                    .run(inputs, settings);
            system.drain(progress);
            return report;
        }
    }

    private void summary(LocalSystem system, Catalogue catalogue) {
        TopicContents contents = new TopicContents(system.connection(), system.topics(), Codecs.singleObject());
        // Stores hold the part of this process; what others have made of theirs is on the topics.
        boolean shared = system.isShared();
        PrintWriter out = command().getOut();
        Instant now = asOf == null ? clock.instant() : asOf;
        Words words = new Words(catalogue, ids);
        new Summary(words, LocalDate.ofInstant(now, ZoneOffset.UTC))
                .lines(shared ? contents.latest() : latest(system))
                .forEach(out::println);
        out.println();
        paragraph(ScoreSentence.lines(MaturedProjectionStore.reading(system.monitor()), words), out);
        if (!shared) {
            paragraph(new NextTable(words).lines(new ComingReleases(catalogue, system.monitor()).rows(now)), out);
        }
        (shared ? ActiveAlerts.linesOfEvents(contents.alerts()) : ActiveAlerts.lines(standings(system)))
                .forEach(out::println);
        out.println(Counts.of(contents.loads(), contents.releases()).line());
        out.flush();
        LoadLines.printPassedOver(contents.passedOver(), command().getErr());
    }

    /** Lines and a blank one; nothing where there are none. */
    private static void paragraph(List<String> lines, PrintWriter out) {
        lines.forEach(out::println);
        if (!lines.isEmpty()) {
            out.println();
        }
    }

    private static List<Estimate> latest(LocalSystem system) {
        List<Estimate> latest = new ArrayList<>();
        LatestEstimateStore.reading(system.monitor(), Codecs.singleObject()).each(null, latest::add);
        return latest;
    }

    private static List<AlertState> standings(LocalSystem system) {
        List<AlertState> alerts = new ArrayList<>();
        StandingStore.reading(system.monitor(), Codecs.singleObject()).each(alerts::add);
        return alerts;
    }

    private void where(LocalSystem system, QueryServer server) {
        PrintWriter out = command().getOut();
        out.println();
        out.printf("page     http://127.0.0.1:%d/%n", server.port());
        out.printf("API      http://127.0.0.1:%d/api/v1/%n", server.port());
        out.printf("metrics  http://127.0.0.1:%d/metrics%n", server.port());
        out.printf("Kafka    %s%n", system.bootstrap());
        out.println(ephemeral ? "Ctrl-C stops; nothing is kept." : "Ctrl-C stops; the next 'up' goes on from here.");
        out.flush();
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
