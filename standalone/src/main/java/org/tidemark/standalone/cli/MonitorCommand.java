package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.query.QueryServer;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.standalone.logging.LogFile;
import org.tidemark.standalone.run.DataDir;
import org.tidemark.standalone.run.DirectoryLock;
import org.tidemark.standalone.run.ExternalCluster;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.ShutdownScope;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.topology.StoreKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Topologies and HTTP on a cluster that others run; whoever runs this restarts it when it ends. */
@Command(
        name = "monitor",
        mixinStandardHelpOptions = true,
        description =
                "Runs topologies and HTTP on a running cluster, whose topics 'tidemark topics' has made; several with the same prefix share the work.")
final class MonitorCommand implements Callable<Integer> {
    private static final int LOOK_EVERY_MS = 1_000;

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Mixin
    private ListenOption listen = new ListenOption();

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = "tidemark-state",
            description =
                    "Where stores and the log are kept between runs (default ${DEFAULT-VALUE}); without it they are read again from the cluster.")
    private Path stateDir = Path.of("tidemark-state");

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Stream threads (default ${DEFAULT-VALUE}); more than there are partitions idle.")
    private int threads = 1;

    @Option(
            names = "--replication",
            paramLabel = "N",
            defaultValue = "1",
            description = "Copies of each changelog (default ${DEFAULT-VALUE}; 3 where there are three brokers).")
    private short replication = 1;

    @Mixin
    private CatalogueOption catalogueOption = new CatalogueOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Catalogue catalogue = catalogueOption.load();
        HttpSettings http = listen.settings(
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getErr());
        return ShutdownScope.of(life -> run(life, catalogue, http));
    }

    /** The cluster, and its registry as one that still knows what our records were written with. */
    private ExternalCluster cluster() throws IOException {
        cluster.requireKnownSchemas();
        return new ExternalCluster(cluster.bootstrap(), cluster.client(), cluster.codecs(), replication);
    }

    private int run(ShutdownScope life, Catalogue catalogue, HttpSettings http)
            throws IOException, InterruptedException {
        DataDir dir = life.hold(() -> DataDir.kept(stateDir, "--state-dir"));
        DirectoryLock unused = life.hold(() -> DirectoryLock.on(dir.path(), "--state-dir"));
        LogFile.in(dir.path());
        ExternalCluster where = cluster();
        SystemSettings settings =
                new SystemSettings(dir.path(), 0, cluster.topics(), StoreKind.DISK, threads, catalogue);
        LocalSystem system = life.hold(() -> LocalSystem.on(where, settings.advertisedAt(listen.advertised())));
        LoadLines.printNotices(
                system.notices(),
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getErr());
        QueryServer server = life.hold(() -> listen.listening(http, system));
        PrintWriter out =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        listen.print(server, out);
        return untilTheEnd(life, system);
    }

    /** A topology that has stopped does not come back by itself: ending tells whoever restarts processes. */
    private static int untilTheEnd(ShutdownScope life, LocalSystem system) throws IOException, InterruptedException {
        while (true) {
            try {
                life.told().get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                return ErrorLine.ENDED;
            } catch (TimeoutException e) {
                Health live = system.monitor().live();
                if (!live.well()) {
                    throw new ClusterException("the topologies have %s".formatted(live.why()));
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("nothing fails while waiting to be told", e);
            }
        }
    }
}
