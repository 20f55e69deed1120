package org.tidemark.streams.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.streams.peer.Peers;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.streams.state.StoresUnavailableException;
import org.tidemark.streams.topology.MonitorTopology;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topic;

/** The running application: one Kafka Streams client with the whole flow, and how it is doing. */
public final class Monitor implements StoreAccess, HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(30);

    private final MonitorSettings settings;
    private final Topology topology;
    private final Rederivation rederivation;
    private final BrokerProbe broker;
    private final ClusterWatch watch;
    private final Assignment assignment;
    private final Rebuild rebuild;
    private final FaultPolicy faults;
    private volatile KafkaStreams streams;
    private volatile Consumer<KafkaStreams> newClient = client -> {};

    /**
     * Builds the client without starting it.
     *
     * @param topology as {@link MonitorTopology} builds it with these settings' topics and
     *     stores
     * @throws IllegalArgumentException when a client property is refused
     * @throws org.apache.kafka.common.KafkaException when no client can be made of them: a host without an address
     */
    public Monitor(MonitorSettings settings, Topology topology) {
        this(settings, topology, Rederivation.none());
    }

    /**
     * As {@link #Monitor(MonitorSettings, Topology)}.
     *
     * @param rederivation the one that the topology was built with
     */
    public Monitor(MonitorSettings settings, Topology topology, Rederivation rederivation) {
        this.rederivation = rederivation;
        this.settings = settings;
        this.topology = topology;
        rebuild = new Rebuild(settings, this::beginAnew);
        faults = new FaultPolicy(Clock.systemUTC(), rebuild::begin);
        rebuild.deleteWhatHasChanged();
        streams = client();
        Admin admin = Admin.create(settings.adminProperties());
        broker = new BrokerProbe(admin);
        assignment = new Assignment(
                settings, this::streams, new ClusterFacts(admin, settings.topics()), this::damagedUnlessOther);
        watch = new ClusterWatch(Admin.create(settings.adminProperties()), settings.topics(), this::stop);
    }

    private KafkaStreams client() {
        KafkaStreams client = new KafkaStreams(topology, ClientProperties.streams(settings));
        client.setUncaughtExceptionHandler(faults);
        client.setStateListener((now, before) -> LOG.info("{} -> {}", before, now));
        return client;
    }

    /** Ends the client; once its stores are deleted, another takes its place. */
    private void beginAnew(Runnable delete) {
        boolean unused = streams.close(CLOSED_WITHIN);
        delete.run();
        streams = client();
        newClient.accept(streams);
        streams.start();
    }

    /** Is given each client that takes the place of an earlier one. */
    public void onNewClient(Consumer<KafkaStreams> taker) {
        newClient = newClient.andThen(taker);
    }

    /** The whole flow with these settings' topics and stores. */
    public static Monitor of(MonitorSettings settings, Catalogue catalogue, Codecs codecs) {
        return new Monitor(
                settings, new MonitorTopology(settings.topics(), catalogue, codecs, settings.stores()).build());
    }

    /** Starts and returns at once; {@link #ready} says when it is done. */
    public void start() {
        try {
            streams.start();
        } catch (StreamsException e) {
            // Stores are opened here, before any thread could tell that one is damaged.
            String damage = StoreDamage.of(e);
            if (damage == null || !rebuild.now(damage)) {
                throw e;
            }
        }
        rebuild.watch();
        watch.start();
    }

    private void stop(String why) {
        faults.stop(why);
        boolean unused = streams.close(Duration.ZERO);
    }

    public KafkaStreams.State state() {
        return streams.state();
    }

    /** For binding metrics; whoever holds it must not close it. */
    public KafkaStreams streams() {
        return streams;
    }

    public boolean isReady() {
        return ready().well();
    }

    @Override
    public Health live() {
        String fatal = faults.fatal();
        if (fatal != null) {
            return Health.ill("stopped by a fault: " + fatal);
        }
        String failed = rebuild.failure();
        if (failed != null) {
            return Health.ill("stopped by a fault: " + failed);
        }
        if (rebuild.isUnderWay()) {
            return Health.well("damaged stores are being rebuilt from the log");
        }
        KafkaStreams.State state = state();
        boolean over = state.hasCompletedShutdown() || state == KafkaStreams.State.PENDING_ERROR;
        return over ? Health.ill("state " + state) : Health.well("state " + state);
    }

    @Override
    public Health ready() {
        Health live = live();
        if (!live.well()) {
            return live;
        }
        if (rebuild.isUnderWay()) {
            return Health.ill("damaged stores are being rebuilt from the log");
        }
        String waiting = faults.waiting();
        if (waiting != null) {
            return Health.ill("waiting: " + waiting);
        }
        if (!broker.answers()) {
            return Health.ill("no broker answers at %s; waiting for it".formatted(settings.bootstrap()));
        }
        if (state() != KafkaStreams.State.RUNNING) {
            return Health.ill("state %s; stores are being restored or moved".formatted(state()));
        }
        Optional<String> underWay = rederivation.underWay();
        if (underWay.isPresent()) {
            return Health.ill(underWay.get());
        }
        return assignment.own().stream()
                .filter(part -> !assignment.isReadable(part))
                .sorted()
                .findFirst()
                .map(part -> Health.ill("%s is being restored or moved".formatted(part.written())))
                .orElseGet(() -> Health.well("state RUNNING"));
    }

    /**
     * Of what this monitor holds, and of nothing that another one does. A monitor that holds nothing, as one of more than
     * there are partitions, has stores without entries.
     */
    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> store(String name) {
        if (state() != KafkaStreams.State.RUNNING) {
            throw new StoresUnavailableException(
                    "store %s cannot be read in state %s; ask again in some seconds".formatted(name, state()), null);
        }
        return assignment.stores(assignment.own()).store(name);
    }

    /** This monitor among those that share the work. */
    public Peers peers() {
        return assignment;
    }

    /** What a reader has met in a store is damage for all of them. */
    private void damagedUnlessOther(RuntimeException e) {
        String damage = StoreDamage.of(e);
        if (damage == null || !rebuild.begin(damage)) {
            throw e;
        }
    }

    /** Records that have arrived and are not processed yet, as the consumers last saw it; empty before the first fetch. */
    public OptionalLong lagRecords() {
        double[] lags = streams.metrics().values().stream()
                .filter(this::isInputLag)
                .map(Metric::metricValue)
                .filter(lag -> lag instanceof Double known && !known.isNaN())
                .mapToDouble(Double.class::cast)
                .toArray();
        return lags.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) DoubleStream.of(lags).sum());
    }

    private boolean isInputLag(Metric metric) {
        // Kafka has turned the dots of topic tags into underscores in some releases and not in others.
        String topic = metric.metricName().tags().getOrDefault("topic", "").replace('.', '_');
        return metric.metricName().name().equals("records-lag")
                && settings.topics().names(Topic.read()).stream()
                        .anyMatch(input -> topic.equals(input.replace('.', '_')));
    }

    /** Ends the last transaction and leaves the group at once, so that the next start need not wait for this one. */
    @Override
    public void close() {
        watch.close();
        rebuild.close();
        boolean closed = streams.close(
                CloseOptions.timeout(CLOSED_WITHIN).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        if (!closed) {
            LOG.warn("the stream threads did not end within {}", CLOSED_WITHIN);
        } else if (streams.state() == KafkaStreams.State.NOT_RUNNING) {
            rebuild.noteCleanStop();
        }
        broker.close();
    }
}
