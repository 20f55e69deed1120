package org.tidemark.standalone.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.standalone.broker.DataPlace;
import org.tidemark.standalone.broker.EmbeddedBroker;
import org.tidemark.streams.app.ClusterLook;
import org.tidemark.streams.app.EarlierStores;
import org.tidemark.streams.app.MonitorSettings;
import org.tidemark.streams.app.StoreLibrary;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.version.Derivation;
import org.tidemark.wire.Codecs;

/** Puts a system together and starts it: on a broker of its own, on one of this machine, or on a cluster of others. */
final class SystemStart {
    /** On this machine a broker is ready in a moment, and at a start each changelog and each partition costs one such pause. */
    private static final Map<String, String> NEAR = Map.of("retry.backoff.ms", "10");
    /**
     * One record may bring a whole panel up to date, which on a busy machine takes longer than the ten seconds after which
     * a broker gives a transaction up. On a broker of our own nobody waits for that end: whoever comes next has the same id and ends it.
     */
    private static final Map<String, String> OWN =
            Map.of("producer.transaction.timeout.ms", "300000", "retry.backoff.ms", "10");

    /**
     * What is done with a broker that belongs to the system.
     *
     * @param tidies ends what a killed process left open, by the properties of a connection
     * @param note writes down what the broker holds
     * @param stop ends it
     */
    private record OwnBroker(Consumer<Map<String, Object>> tidies, Runnable note, Runnable stop) {}

    private SystemStart() {}

    /** The version that the build wrote into the jar. */
    static String programVersion() {
        String version = SystemStart.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    static LocalSystem own(SystemSettings settings, DataPlace place) {
        if (settings.stores() == StoreKind.DISK) {
            StoreLibrary.require();
        }
        EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(place, settings.kafkaPort()));
        LocalSystem system = started(
                settings,
                broker.bootstrap(),
                OWN,
                settings.threads(),
                new OwnBroker(OpenTransactions::end, broker::note, broker::close));
        system.watch(broker, place.directory());
        return system;
    }

    static LocalSystem near(SystemSettings settings, String bootstrap) {
        return started(
                settings,
                bootstrap,
                NEAR,
                TopicSetup.PARTITIONS_DEFAULT,
                new OwnBroker(connection -> {}, () -> {}, () -> {}));
    }

    static LocalSystem foreign(SystemSettings settings, ExternalCluster cluster) {
        MonitorSettings monitorSettings =
                monitorSettings(settings, cluster.bootstrap(), cluster.client()).withReplication(cluster.replication());
        TopicSetup.require(monitorSettings.adminProperties(), settings.topics());
        Optional<String> moved = EarlierStores.move(monitorSettings);
        Optional<String> notice = origin(settings, monitorSettings, true);
        return running(settings, monitorSettings, cluster.codecs(), moved, notice, () -> {});
    }

    private static LocalSystem started(
            SystemSettings settings, String bootstrap, Map<String, String> client, int partitions, OwnBroker broker) {
        try {
            MonitorSettings monitorSettings = monitorSettings(settings, bootstrap, client);
            TopicSetup.ensure(monitorSettings.adminProperties(), settings.topics(), partitions, (short) 1);
            broker.tidies().accept(monitorSettings.adminProperties());
            Optional<String> moved = EarlierStores.move(monitorSettings);
            broker.note().run();
            Optional<String> notice = origin(settings, monitorSettings, false);
            return running(settings, monitorSettings, Codecs.singleObject(), moved, notice, broker.stop());
        } catch (RuntimeException e) {
            broker.stop().run();
            throw e;
        }
    }

    private static LocalSystem running(
            SystemSettings settings,
            MonitorSettings monitorSettings,
            Codecs codecs,
            Optional<String> moved,
            Optional<String> notice,
            Runnable stopBroker) {
        List<String> notices = new ArrayList<>(moved.stream().toList());
        notices.addAll(notice.stream().toList());
        Rederivation rederivation = Rederivation.none();
        // History that is played begins empty, and is played with what it was begun with.
        if (settings.live()) {
            Derivation derivation = derivation(settings, monitorSettings);
            rederivation = new Rederivation(derivation);
            if (!derivation.fresh()) {
                notices.addAll(
                        returning(settings, monitorSettings, codecs).stream().toList());
            }
        }
        LocalSystem system = new LocalSystem(settings, monitorSettings, codecs, rederivation, notices, stopBroker);
        system.begin();
        return system;
    }

    private static Optional<String> origin(
            SystemSettings settings, MonitorSettings monitorSettings, boolean unknownIsOther) {
        ClusterLook now = ClusterLook.at(monitorSettings.adminProperties(), settings.topics());
        new StateSource(monitorSettings.adminProperties(), settings.topics()).require(now.observationsId());
        return new StateOrigin(settings.dataDir(), monitorSettings.stateDir()).settle(now, unknownIsOther);
    }

    private static MonitorSettings monitorSettings(
            SystemSettings settings, String bootstrap, Map<String, String> client) {
        return MonitorSettings.of(
                        bootstrap, settings.topics(), settings.dataDir().resolve("state"))
                .withThreads(settings.threads())
                .withStores(settings.stores())
                .withCommitIntervalMs(settings.commitIntervalMs())
                .withAdvertised(settings.advertised())
                .withClientProperties(client);
    }

    private static Derivation derivation(SystemSettings settings, MonitorSettings monitorSettings) {
        ClusterLook now = ClusterLook.at(monitorSettings.adminProperties(), settings.topics());
        return new DerivationAtStart(
                        monitorSettings.adminProperties(),
                        settings.topics(),
                        monitorSettings.applicationId(),
                        Clock.systemUTC())
                .settle(settings.catalogue(), ProgramHash.hash(), now.partitions());
    }

    private static Optional<String> returning(SystemSettings settings, MonitorSettings monitorSettings, Codecs codecs) {
        return new Readmission(
                        monitorSettings.adminProperties(),
                        settings.topics(),
                        codecs,
                        settings.catalogue(),
                        Clock.systemUTC())
                .settle();
    }
}
