package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.producers.kafka.IntakeGate;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.producers.kafka.WatchLease;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.watch.Watch;
import org.tidemark.standalone.run.GatedTarget;
import org.tidemark.standalone.run.ShutdownScope;
import org.tidemark.standalone.watch.LoadingPublisher;
import org.tidemark.standalone.watch.WatchLines;
import org.tidemark.standalone.watch.WatchTally;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks publishers, and publishes what is new. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description =
                "Asks publishers for their files when they are due, keeps what they answer, and publishes what is new to a running cluster.",
        exitCodeListHeading = "%nExit codes, with --once:%n",
        exitCodeList = {
            "0:all were asked that were due, and each had an answer",
            "1:one of them had none, or the cluster takes nothing",
            "2:the command line makes no sense"
        })
final class WatchCommand implements Callable<Integer> {
    /** With {@code --once} what is due within this time is waited for: the pause between two questions to one host. */
    private static final Duration ONCE_WAITS = Duration.ofSeconds(30);

    private static final Duration GATE_PATIENCE = Duration.ofMinutes(10);
    private static final Duration SLEEP_MAX = Duration.ofHours(1);

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Mixin
    private AskingOption asking = new AskingOption();

    @Option(names = "--once", description = "Ask all that are due, and end.")
    private boolean once;

    @Mixin
    private CountsOption counts = new CountsOption();

    @Mixin
    private CatalogueOption catalogueOption = new CatalogueOption();

    @Spec
    private @Nullable CommandSpec spec;

    private final WatchTally tally = new WatchTally();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Catalogue catalogue = catalogueOption.load();
        Topics topics = cluster.topics();
        Map<String, Object> connection = cluster.connection();
        asking.require(catalogue, this::command);
        asking.endpoints(catalogue, this::command).forEach(this::sayWho);
        Cluster.requireTopics(connection, topics);
        TopicSetup.requireSound(connection, topics);
        Codecs codecs = cluster.codecs();
        IntakeGate gate = new IntakeGate(new NoteBook(connection, topics), GATE_PATIENCE, this::say);
        LoadingPublisher publisher = new LoadingPublisher(
                catalogue,
                () -> new KafkaTarget(connection, topics, codecs),
                target -> new GatedTarget(target, gate::await),
                Clock.systemUTC(),
                this::report);
        WatchLines lines = new WatchLines(command().getOut(), command().getErr(), tally);
        return ShutdownScope.of(life -> {
            counts.serve(life, tally, command().getOut());
            WatchLease lease = life.hold(() -> new WatchLease(connection, topics));
            return run(life, asking.watch(life, catalogue, this::command, lease, publisher, lines));
        });
    }

    private void sayWho(Endpoint endpoint) {
        command().getOut().printf("%s: %s, every %s%n", endpoint.id(), endpoint.address(), endpoint.every());
        command().getOut().flush();
    }

    private void report(LoadReport report) {
        LoadLines.printLines(report, command().getErr());
    }

    private void say(String line) {
        PrintWriter err = command().getErr();
        err.println("tidemark: " + line);
        err.flush();
    }

    private int run(ShutdownScope life, Watch watch) throws IOException, InterruptedException {
        while (true) {
            Instant next = watch.round();
            counts.roundIsOver(tally);
            Duration wait = Duration.between(Instant.now(), next);
            if (once && watch.standsBy()) {
                return ErrorLine.FAILED;
            }
            if (once && wait.compareTo(ONCE_WAITS) > 0) {
                return tally.failures() == 0 ? 0 : ErrorLine.FAILED;
            }
            if (isToldToEndWithin(life, wait.compareTo(SLEEP_MAX) < 0 ? wait : SLEEP_MAX)) {
                return ErrorLine.ENDED;
            }
        }
    }

    private static boolean isToldToEndWithin(ShutdownScope life, Duration time) throws InterruptedException {
        CompletableFuture<?> told = life.told();
        try {
            told.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
