package org.tidemark.standalone.run;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.standalone.broker.EmbeddedBroker;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.app.Monitor;
import org.tidemark.streams.app.MonitorSettings;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.streams.metrics.MonitorMetrics;
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
     */
    public record Settings(
            Path dataDir, int kafkaPort, Topics topics, StoreKind stores, int threads, Catalogue catalogue) {}

    private final Settings settings;
    private final MonitorSettings monitorSettings;
    private final MonitorMetrics metrics;
    private final Monitor monitor;
    private final Runnable stopBroker;

    private LocalSystem(Settings settings, String bootstrap, Runnable stopBroker) {
        this.settings = settings;
        this.stopBroker = stopBroker;
        this.monitorSettings = MonitorSettings.of(
                        bootstrap, settings.topics(), settings.dataDir().resolve("state"))
                .withThreads(settings.threads())
                .withStores(settings.stores());
        TopicSetup.ensure(
                monitorSettings.adminProperties(), settings.topics(), TopicSetup.PARTITIONS_DEFAULT, (short) 1);
        this.metrics = new MonitorMetrics(Codecs.singleObject(), MonitorMetrics.SERIES_MAX_DEFAULT);
        MonitorTopology topology = new MonitorTopology(
                settings.topics(), settings.catalogue(), Codecs.singleObject(), settings.stores(), metrics.flow());
        this.monitor = new Monitor(monitorSettings, topology.build());
        metrics.watch(monitor, monitor.streams());
        monitor.start();
    }

    /**
     * Starts a broker in this JVM and everything on it; stores may still be restored when it returns.
     *
     * @throws org.tidemark.standalone.broker.BrokerStartException in one line
     * @throws org.tidemark.streams.app.TopicSetupException in one line
     */
    public static LocalSystem start(Settings settings) {
        EmbeddedBroker broker = EmbeddedBroker.start(
                new EmbeddedBroker.Settings(settings.dataDir().resolve("broker"), settings.kafkaPort()));
        try {
            return new LocalSystem(settings, broker.bootstrap(), broker::close);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** The same on a broker that runs already, which is left running; {@code kafkaPort} is of no account. */
    public static LocalSystem on(String bootstrap, Settings settings) {
        return new LocalSystem(settings, bootstrap, () -> {});
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

    public Monitor monitor() {
        return monitor;
    }

    /** What the pages of a query server are made from. */
    public QuerySources sources() {
        return new QuerySources(monitor, settings.catalogue(), Codecs.singleObject(), monitor, metrics);
    }

    /** Is told how many records are still to be processed. */
    public interface Backlog {
        void records(long behind);
    }

    /**
     * Returns when everything sent has been processed and committed and the stores can be read.
     *
     * @throws IllegalStateException in one line when the topologies have stopped, so that this will never be
     */
    public void drain(Backlog backlog) throws InterruptedException {
        try (Admin admin = Admin.create(connection())) {
            new Drain(admin, monitorSettings.applicationId(), settings.topics().observations()).await(behind -> {
                failIfStopped();
                backlog.records(behind);
            });
        }
        while (!monitor.isReady()) {
            failIfStopped();
            Thread.sleep(Drain.LOOK_EVERY_MS);
        }
    }

    private void failIfStopped() {
        Health live = monitor.live();
        if (!live.well()) {
            throw new IllegalStateException("the topologies have %s; the log has the details".formatted(live.why()));
        }
    }

    @Override
    public void close() {
        monitor.close();
        metrics.close();
        stopBroker.run();
    }
}
