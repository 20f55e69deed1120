package org.tidemark.standalone.run;

import io.prometheus.metrics.model.registry.MultiCollector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.events.TopicArrivals;
import org.tidemark.api.http.Tokens;
import org.tidemark.api.peer.PeerClient;
import org.tidemark.api.peer.PeerLimits;
import org.tidemark.api.query.Coverage;
import org.tidemark.api.query.QuerySources;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.standalone.broker.DataPlace;
import org.tidemark.standalone.broker.EmbeddedBroker;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.app.HealthCheck;
import org.tidemark.streams.app.Monitor;
import org.tidemark.streams.app.MonitorSettings;
import org.tidemark.streams.metrics.BuildInfo;
import org.tidemark.streams.metrics.MonitorMetrics;
import org.tidemark.streams.metrics.WarmUp;
import org.tidemark.streams.topology.MonitorTopology;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topic;
import org.tidemark.wire.Topics;

/** A broker, its topics and the topologies, all in this JVM. Closing it leaves the data directory ready for the next. */
public final class LocalSystem implements AutoCloseable {
    /** Longer saves little more, and who waits for the end waits for the last transaction. */
    private static final int LOOK_MAX_MS = 5_000;

    private final SystemSettings settings;
    private final MonitorSettings monitorSettings;
    private final Codecs codecs;
    private final MonitorMetrics metrics;
    private final Rederivation rederivation;
    private final Monitor monitor;
    private final Runnable stopBroker;
    private final CompletableFuture<String> failed = new CompletableFuture<>();
    private final List<String> notices;
    private @Nullable WarmUp rehearsal;
    private volatile @Nullable DiskRoom room;
    private boolean closed;

    /**
     * Holds what {@link SystemStart} has put together, and starts nothing.
     *
     * @param notices what whoever started it is to be told: one line each
     */
    LocalSystem(
            SystemSettings settings,
            MonitorSettings monitorSettings,
            Codecs codecs,
            Rederivation rederivation,
            List<String> notices,
            Runnable stopBroker) {
        this.settings = settings;
        this.rederivation = rederivation;
        this.codecs = codecs;
        this.monitorSettings = monitorSettings;
        this.notices = List.copyOf(notices);
        this.stopBroker = stopBroker;
        this.metrics = new MonitorMetrics(codecs, MonitorMetrics.SERIES_MAX_DEFAULT);
        metrics.about(new BuildInfo(SystemStart.programVersion(), settings.catalogue()));
        MonitorTopology topology = new MonitorTopology(
                settings.topics(), settings.catalogue(), codecs, settings.stores(), metrics.flow(), rederivation);
        this.monitor =
                new Monitor(monitorSettings, settings.live() ? topology.buildLive() : topology.build(), rederivation);
        metrics.watch(monitor, monitor.streams());
        monitor.onNewClient(client -> metrics.watch(monitor, client));
    }

    /**
     * Starts a broker in this JVM and everything on it; stores may still be restored when it returns.
     *
     * @throws org.tidemark.standalone.broker.BrokerStartException in one line
     * @throws org.tidemark.streams.app.TopicSetupException in one line
     * @throws IllegalArgumentException when there are too few or too many threads
     */
    public static LocalSystem start(SystemSettings settings) {
        return start(settings, DataPlace.named(settings.dataDir(), "--data-dir"));
    }

    /** As {@link #start(SystemSettings)}, with what the user can do about the place of the broker's data. */
    public static LocalSystem start(SystemSettings settings, DataPlace place) {
        return SystemStart.own(settings, place);
    }

    /** The same target, which takes nothing while the disk of an own broker is almost full. */
    public LoadTarget gated(LoadTarget target) {
        DiskRoom watched = room;
        return watched == null ? target : new GatedTarget(target, () -> watched.await(this::failIfStopped));
    }

    /** The same on a broker of this machine that runs already, which is left running; {@code kafkaPort} is of no account. */
    public static LocalSystem on(String bootstrap, SystemSettings settings) {
        return SystemStart.near(settings, bootstrap);
    }

    /**
     * On a cluster that others run: its topics are there or it is refused.
     *
     * @throws org.tidemark.streams.app.TopicSetupException in one line
     */
    public static LocalSystem on(ExternalCluster cluster, SystemSettings settings) {
        return SystemStart.foreign(settings, cluster);
    }

    /** Begins: threads and tasks start, and stores are restored. */
    void begin() {
        monitor.start();
    }

    /** Is told of the broker under it: why it has failed, once, and the directory in which it needs room. */
    void watch(EmbeddedBroker broker, Path directory) {
        broker.onFailure(failed::complete);
        if (settings.live()) {
            IntakeNote note = new IntakeNote(new NoteBook(connection(), topics()), Clock.systemUTC());
            room = DiskRoom.watch(directory, monitor::streams, note);
            metrics.room(directory);
        }
    }

    /** What whoever started it is to be told: one line each. */
    public List<String> notices() {
        return notices;
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

    /** From now on its metrics show what another part of the process counts. */
    public void count(MultiCollector counts) {
        metrics.also(counts);
    }

    /** As {@link #sources(Tokens)}, where everybody may read. */
    public QuerySources sources() {
        return sources(null);
    }

    /**
     * What the pages of a query server are made from; from now on scrapes are rehearsed.
     *
     * @param readers with whose first token other monitors are asked; null where everybody may read
     */
    public synchronized QuerySources sources(@Nullable Tokens readers) {
        PeerClient peerClient = readers == null
                ? new PeerClient(PeerLimits.DEFAULT)
                : new PeerClient(PeerLimits.DEFAULT, readers::first);
        WarmUp held = rehearsal == null ? metrics.rehearse() : rehearsal;
        rehearsal = held;
        HealthCheck health = new Coverage(new Rehearsed(monitor, held), monitor.peers(), peerClient);
        return new QuerySources(
                        monitor.peers(),
                        peerClient,
                        settings.catalogue(),
                        codecs,
                        DiskRoom.ready(room, health),
                        metrics)
                .withArrivals(new TopicArrivals(connection(), topics(), codecs));
    }

    /** Whether other monitors of the same application hold a part of what is estimated. */
    public boolean isShared() {
        return monitor.peers().holders().stream().anyMatch(holder -> !holder.here());
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
                            topics().names(Topic.read()),
                            topics().names(Topic.written()))
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
