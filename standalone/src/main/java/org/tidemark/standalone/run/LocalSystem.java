package org.tidemark.standalone.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.standalone.broker.DataPlace;
import org.tidemark.standalone.broker.EmbeddedBroker;
import org.tidemark.streams.app.ClusterLook;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.app.HealthCheck;
import org.tidemark.streams.app.Monitor;
import org.tidemark.streams.app.MonitorSettings;
import org.tidemark.streams.app.StoreLibrary;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.streams.metrics.About;
import org.tidemark.streams.metrics.MonitorMetrics;
import org.tidemark.streams.metrics.Rehearsal;
import org.tidemark.streams.peer.PeerClient;
import org.tidemark.streams.peer.PeerLimits;
import org.tidemark.streams.query.Coverage;
import org.tidemark.streams.query.QuerySources;
import org.tidemark.streams.topology.MonitorTopology;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** A broker, its topics and the topologies, all in this JVM. Closing it leaves the data directory ready for the next. */
public final class LocalSystem implements AutoCloseable {
    /**
     * How to run it.
     *
     * @param dataDir holds everything that is kept
     * @param kafkaPort for clients of the broker; 0 takes a free one
     * @param threads of the topologies
     * @param live whether figures are believed as they come, so that none may be of the future, and not history played
     * @param commitIntervalMs between two transactions of the topologies, in milliseconds: the least delay from a figure to
     *     its estimate
     * @param advertised where other monitors reach this one, as host:port; null when none ever asks it
     */
    public record Settings(
            Path dataDir,
            int kafkaPort,
            Topics topics,
            StoreKind stores,
            int threads,
            Catalogue catalogue,
            boolean live,
            int commitIntervalMs,
            @Nullable String advertised) {
        /** A live one that no other monitor asks. */
        public Settings(
                Path dataDir, int kafkaPort, Topics topics, StoreKind stores, int threads, Catalogue catalogue) {
            this(dataDir, kafkaPort, topics, stores, threads, catalogue, true);
        }

        /** One that no other monitor asks. Nobody waits for single figures of a history that is played. */
        public Settings(
                Path dataDir,
                int kafkaPort,
                Topics topics,
                StoreKind stores,
                int threads,
                Catalogue catalogue,
                boolean live) {
            this(
                    dataDir,
                    kafkaPort,
                    topics,
                    stores,
                    threads,
                    catalogue,
                    live,
                    live ? MonitorSettings.COMMIT_INTERVAL_DEFAULT_MS : COMMIT_INTERVAL_UNWATCHED_MS,
                    null);
        }

        /** The same, reached by other monitors at an address. */
        public Settings advertisedAt(String address) {
            return new Settings(
                    dataDir, kafkaPort, topics, stores, threads, catalogue, live, commitIntervalMs, address);
        }

        /** The same where nobody reads before everything is processed: fewer, larger transactions cost less. */
        public Settings unwatched() {
            return new Settings(
                    dataDir,
                    kafkaPort,
                    topics,
                    stores,
                    threads,
                    catalogue,
                    live,
                    COMMIT_INTERVAL_UNWATCHED_MS,
                    advertised);
        }
    }

    /** Longer saves little more, and who waits for the end waits for the last transaction. */
    private static final int COMMIT_INTERVAL_UNWATCHED_MS = 500;

    private static final int LOOK_MAX_MS = 5_000;
    /** On this machine a broker is ready in a moment, and at a start each changelog and each partition costs one such pause. */
    private static final Map<String, String> NEAR = Map.of("retry.backoff.ms", "10");
    /**
     * One record may bring a whole panel up to date, which on a busy machine takes longer than the ten seconds after which
     * a broker gives a transaction up. On a broker of our own nobody waits for that end: whoever comes next has the same id and ends it.
     */
    private static final Map<String, String> OWN =
            Map.of("producer.transaction.timeout.ms", "300000", "retry.backoff.ms", "10");

    private final Settings settings;
    private final MonitorSettings monitorSettings;
    private final Codecs codecs;
    private final MonitorMetrics metrics;
    private final Rederivation rederivation;
    private final Monitor monitor;
    private final Runnable stopBroker;
    private final CompletableFuture<String> failed = new CompletableFuture<>();
    private final List<String> notices = new ArrayList<>();
    private final PeerClient peerClient = new PeerClient(PeerLimits.DEFAULT);
    private @Nullable Rehearsal rehearsal;
    private volatile @Nullable DiskRoom room;
    private boolean closed;

    private LocalSystem(
            Settings settings,
            MonitorSettings monitorSettings,
            Codecs codecs,
            Rederivation rederivation,
            Runnable stopBroker) {
        this.settings = settings;
        this.rederivation = rederivation;
        this.codecs = codecs;
        this.monitorSettings = monitorSettings;
        this.stopBroker = stopBroker;
        this.metrics = new MonitorMetrics(codecs, MonitorMetrics.SERIES_MAX_DEFAULT);
        metrics.about(new About(programVersion(), settings.catalogue()));
        MonitorTopology topology = new MonitorTopology(
                settings.topics(), settings.catalogue(), codecs, settings.stores(), metrics.flow(), rederivation);
        this.monitor =
                new Monitor(monitorSettings, settings.live() ? topology.buildLive() : topology.build(), rederivation);
        metrics.watch(monitor, monitor.streams());
        monitor.onNewClient(client -> metrics.watch(monitor, client));
    }

    /** The version that the build wrote into the jar. */
    private static String programVersion() {
        String version = LocalSystem.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    /**
     * Starts a broker in this JVM and everything on it; stores may still be restored when it returns.
     *
     * @throws org.tidemark.standalone.broker.BrokerStartException in one line
     * @throws org.tidemark.streams.app.TopicSetupException in one line
     * @throws IllegalArgumentException when there are too few or too many threads
     */
    public static LocalSystem start(Settings settings) {
        return start(settings, DataPlace.named(settings.dataDir(), "--data-dir"));
    }

    /** As {@link #start(Settings)}, with what the user can do about the place of the broker's data. */
    public static LocalSystem start(Settings settings, DataPlace place) {
        if (settings.stores() == StoreKind.DISK) {
            StoreLibrary.require();
        }
        EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(place, settings.kafkaPort()));
        LocalSystem system =
                started(settings, broker.bootstrap(), OWN, settings.threads(), OpenTransactions::end, broker::close);
        broker.onFailure(system.failed::complete);
        if (settings.live()) {
            system.room = DiskRoom.watch(place.directory(), system.monitor::streams);
            system.metrics.room(place.directory());
        }
        return system;
    }

    /** The same target, which takes nothing while the disk of an own broker is almost full. */
    public LoadTarget gated(LoadTarget target) {
        DiskRoom watched = room;
        return watched == null ? target : new GatedTarget(target, () -> watched.await(this::failIfStopped));
    }

    /** The same on a broker of this machine that runs already, which is left running; {@code kafkaPort} is of no account. */
    public static LocalSystem on(String bootstrap, Settings settings) {
        return started(settings, bootstrap, NEAR, TopicSetup.PARTITIONS_DEFAULT, connection -> {}, () -> {});
    }

    /**
     * On a cluster that others run: its topics are there or it is refused.
     *
     * @throws org.tidemark.streams.app.TopicSetupException in one line
     */
    public static LocalSystem on(ForeignCluster cluster, Settings settings) {
        MonitorSettings monitorSettings =
                monitorSettings(settings, cluster.bootstrap(), cluster.client()).withReplication(cluster.replication());
        TopicSetup.require(monitorSettings.adminProperties(), settings.topics());
        Optional<String> notice = origin(settings, monitorSettings, true);
        LocalSystem system = running(settings, monitorSettings, cluster.codecs(), () -> {});
        notice.ifPresent(system.notices::add);
        return system;
    }

    private static LocalSystem started(
            Settings settings,
            String bootstrap,
            Map<String, String> client,
            int partitions,
            Consumer<Map<String, Object>> tidies,
            Runnable stopBroker) {
        try {
            MonitorSettings monitorSettings = monitorSettings(settings, bootstrap, client);
            TopicSetup.ensure(monitorSettings.adminProperties(), settings.topics(), partitions, (short) 1);
            tidies.accept(monitorSettings.adminProperties());
            Optional<String> notice = origin(settings, monitorSettings, false);
            LocalSystem system = running(settings, monitorSettings, Codecs.singleObject(), stopBroker);
            notice.ifPresent(system.notices::add);
            return system;
        } catch (RuntimeException e) {
            stopBroker.run();
            throw e;
        }
    }

    private static Optional<String> origin(Settings settings, MonitorSettings monitorSettings, boolean unknownIsOther) {
        ClusterLook now = ClusterLook.at(monitorSettings.adminProperties(), settings.topics());
        new StateSource(monitorSettings.adminProperties(), settings.topics()).require(now.observationsId());
        return new StateOrigin(settings.dataDir(), monitorSettings.stateDir()).settle(now, unknownIsOther);
    }

    private static MonitorSettings monitorSettings(Settings settings, String bootstrap, Map<String, String> client) {
        return MonitorSettings.of(
                        bootstrap, settings.topics(), settings.dataDir().resolve("state"))
                .withThreads(settings.threads())
                .withStores(settings.stores())
                .withCommitIntervalMs(settings.commitIntervalMs())
                .withAdvertised(settings.advertised())
                .withClientProperties(client);
    }

    private static LocalSystem running(
            Settings settings, MonitorSettings monitorSettings, Codecs codecs, Runnable stopBroker) {
        LocalSystem system =
                new LocalSystem(settings, monitorSettings, codecs, rederivation(settings, monitorSettings), stopBroker);
        system.monitor.start();
        return system;
    }

    /** History that is played begins empty, and is played with what it was begun with. */
    private static Rederivation rederivation(Settings settings, MonitorSettings monitorSettings) {
        if (!settings.live()) {
            return Rederivation.none();
        }
        ClusterLook now = ClusterLook.at(monitorSettings.adminProperties(), settings.topics());
        return new Rederivation(new DerivationAtStart(
                        monitorSettings.adminProperties(),
                        settings.topics(),
                        monitorSettings.applicationId(),
                        Clock.systemUTC())
                .settle(settings.catalogue(), ProgramHash.hash(), now.partitions()));
    }

    /** What whoever started it is to be told: one line each. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** Properties with which a client reaches the broker. */
    public Map<String, Object> connection() {
        return monitorSettings.adminProperties();
    }

    public String bootstrap() {
        return monitorSettings.bootstrap();
    }

    public Topics topics() {
        return settings.topics();
    }

    /** The form of its records. */
    public Codecs codecs() {
        return codecs;
    }

    public Monitor monitor() {
        return monitor;
    }

    /** What the pages of a query server are made from; from now on scrapes are rehearsed. */
    public synchronized QuerySources sources() {
        Rehearsal held = rehearsal == null ? metrics.rehearse() : rehearsal;
        rehearsal = held;
        HealthCheck health = new Coverage(new Rehearsed(monitor, held), monitor.peers(), peerClient);
        return new QuerySources(
                monitor.peers(), peerClient, settings.catalogue(), codecs, DiskRoom.ready(room, health), metrics);
    }

    /** Is told how many records are still to be processed. */
    public interface Backlog {
        void records(long behind);

        /** Of all economies and panels that are to be derived anew, so many are. */
        default void derived(int done, int all) {}
    }

    /** Done, with one line, when the broker has failed of itself; the line is on the terminal by then. */
    public CompletableFuture<String> failed() {
        return failed.copy();
    }

    /**
     * Returns when everything sent has been processed and committed and can be read, from the topics and the stores.
     *
     * @throws SystemFailedException when broker or topologies have stopped, so that this will never be
     */
    public void drain(Backlog backlog) throws InterruptedException {
        // What is derived anew is sent on to the panels, so it comes first.
        while (!monitor.isReady()) {
            failIfStopped();
            backlog.derived(rederivation.done(), rederivation.all());
            Thread.sleep(Drain.LOOK_EVERY_MS);
        }
        try (Admin admin = Admin.create(impatient())) {
            new Drain(
                            admin,
                            monitorSettings.applicationId(),
                            List.of(topics().observations(), topics().panels(), topics().rejected()),
                            outputs())
                    .await(behind -> {
                        failIfStopped();
                        backlog.records(behind);
                    });
        }
        while (!monitor.isReady()) {
            failIfStopped();
            Thread.sleep(Drain.LOOK_EVERY_MS);
        }
    }

    /** A look that gets no answer is repeated anyway; between two of them it is seen whether the broker has failed. */
    private Map<String, Object> impatient() {
        Map<String, Object> settings = new HashMap<>(connection());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LOOK_MAX_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LOOK_MAX_MS);
        return settings;
    }

    private List<String> outputs() {
        Topics topics = topics();
        return List.of(
                topics.releases(),
                topics.judgements(),
                topics.rejected(),
                topics.estimates(),
                topics.estimatesLatest(),
                topics.news(),
                topics.alerts());
    }

    private void failIfStopped() {
        if (failed.isDone()) {
            throw new SystemFailedException(failed.join());
        }
        Health live = monitor.live();
        if (!live.well()) {
            throw new SystemFailedException("the topologies have %s".formatted(live.why()));
        }
    }

    /** A second call does nothing; one that comes meanwhile returns when the first is done. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        DiskRoom.close(room);
        if (rehearsal != null) {
            rehearsal.close();
        }
        monitor.close();
        metrics.close();
        stopBroker.run();
    }
}
