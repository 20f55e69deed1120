package org.tidemark.streams.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.streams.peer.PeerAddress;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Topics;

/**
 * How the application runs. Immutable; begin with {@link #of} and change what differs.
 *
 * @param bootstrap brokers as host:port, separated by commas
 * @param topics the topics by their prefix
 * @param applicationId consumer group and prefix of the changelogs; two monitors of one cluster need two
 * @param stateDir where stores and the process id live between runs
 * @param threads stream threads; more than there are partitions idle
 * @param stores on disk or in memory
 * @param commitIntervalMs between two transactions: the least delay from a figure to its estimate
 * @param replication copies of each changelog; at most the number of brokers
 * @param clientProperties further settings of every Kafka client, such as those of TLS and SASL
 * @param advertised where other monitors reach this one, as {@code host:port}; null when none ever asks it
 */
public record MonitorSettings(
        String bootstrap,
        Topics topics,
        String applicationId,
        Path stateDir,
        int threads,
        StoreKind stores,
        int commitIntervalMs,
        short replication,
        Map<String, String> clientProperties,
        @Nullable String advertised) {
    public static final int COMMIT_INTERVAL_DEFAULT_MS = 200;

    private static final int THREADS_MAX = 64;
    private static final int COMMIT_INTERVAL_MIN_MS = 10;
    // Half of the time after which a broker aborts the transaction.
    private static final int COMMIT_INTERVAL_MAX_MS = 5_000;

    public MonitorSettings {
        require(!bootstrap.isBlank(), "bootstrap is empty; write host:port of a broker");
        require(!applicationId.isBlank(), "applicationId is empty; write a name of your own");
        require(
                threads >= 1 && threads <= THREADS_MAX,
                "threads is %d; it must be 1 to %d".formatted(threads, THREADS_MAX));
        require(
                commitIntervalMs >= COMMIT_INTERVAL_MIN_MS && commitIntervalMs <= COMMIT_INTERVAL_MAX_MS,
                "commitIntervalMs is %d; it must be %d to %d"
                        .formatted(commitIntervalMs, COMMIT_INTERVAL_MIN_MS, COMMIT_INTERVAL_MAX_MS));
        require(replication >= 1, "replication is %d; it must be 1 or more".formatted(replication));
        if (advertised != null) {
            advertised = PeerAddress.parse(advertised).written();
        }
        clientProperties = Map.copyOf(clientProperties);
    }

    /** The consumer group of the monitor of some topics, and the prefix of its changelogs. */
    static String applicationId(Topics topics) {
        return topics.prefix() + "-monitor";
    }

    /** One thread, stores on disk, one broker, no further client properties. */
    public static MonitorSettings of(String bootstrap, Topics topics, Path stateDir) {
        return new MonitorSettings(
                bootstrap,
                topics,
                applicationId(topics),
                stateDir,
                1,
                StoreKind.DISK,
                COMMIT_INTERVAL_DEFAULT_MS,
                (short) 1,
                Map.of(),
                null);
    }

    public MonitorSettings withThreads(int count) {
        return new MonitorSettings(
                bootstrap,
                topics,
                applicationId,
                stateDir,
                count,
                stores,
                commitIntervalMs,
                replication,
                clientProperties,
                advertised);
    }

    public MonitorSettings withStores(StoreKind kind) {
        return new MonitorSettings(
                bootstrap,
                topics,
                applicationId,
                stateDir,
                threads,
                kind,
                commitIntervalMs,
                replication,
                clientProperties,
                advertised);
    }

    public MonitorSettings withCommitIntervalMs(int intervalMs) {
        return new MonitorSettings(
                bootstrap,
                topics,
                applicationId,
                stateDir,
                threads,
                stores,
                intervalMs,
                replication,
                clientProperties,
                advertised);
    }

    public MonitorSettings withReplication(short copies) {
        return new MonitorSettings(
                bootstrap,
                topics,
                applicationId,
                stateDir,
                threads,
                stores,
                commitIntervalMs,
                copies,
                clientProperties,
                advertised);
    }

    public MonitorSettings withClientProperties(Map<String, String> properties) {
        return new MonitorSettings(
                bootstrap,
                topics,
                applicationId,
                stateDir,
                threads,
                stores,
                commitIntervalMs,
                replication,
                properties,
                advertised);
    }

    /** The same, reached by other monitors at an address; null says that none ever asks it. */
    public MonitorSettings withAdvertised(@Nullable String address) {
        return new MonitorSettings(
                bootstrap,
                topics,
                applicationId,
                stateDir,
                threads,
                stores,
                commitIntervalMs,
                replication,
                clientProperties,
                address);
    }

    /** What an admin client needs to reach the brokers. */
    public Map<String, Object> adminProperties() {
        return ClientProperties.admin(bootstrap, clientProperties);
    }

    /** Client properties by name only: passwords are among their values. */
    @Override
    public String toString() {
        return "MonitorSettings[%s, %s, %s, %s, threads=%d, %s, commitIntervalMs=%d, replication=%d, clientProperties=%s]"
                .formatted(
                        bootstrap,
                        topics.prefix(),
                        applicationId,
                        stateDir,
                        threads,
                        stores,
                        commitIntervalMs,
                        replication,
                        new TreeMap<>(clientProperties).keySet());
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
