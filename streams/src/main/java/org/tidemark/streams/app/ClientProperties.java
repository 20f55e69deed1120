package org.tidemark.streams.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Settings of the Kafka clients: what the guarantees need, and sizes that were fastest when they were measured. */
final class ClientProperties {
    private static final int MIB = 1024 * 1024;

    /** What the guarantees rest on; a property of the user's that changes one of them is refused. */
    private static final Set<String> OURS = Set.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            StreamsConfig.STATE_DIR_CONFIG,
            StreamsConfig.NUM_STREAM_THREADS_CONFIG,
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            StreamsConfig.REPLICATION_FACTOR_CONFIG,
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.GROUP_PROTOCOL_CONFIG,
            StreamsConfig.APPLICATION_SERVER_CONFIG,
            StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG);

    /**
     * Changelog records carry {@code published} as their timestamp. They are compacted, so age deletes none; but a
     * broker refuses one stamped an hour ahead of its clock, and begins a new segment for every week of event time, so
     * that ten years of history would be five hundred files where one is enough.
     */
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            Long.toString(Long.MAX_VALUE),
            TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
            Long.toString(Long.MAX_VALUE),
            TopicConfig.SEGMENT_MS_CONFIG,
            Long.toString(Long.MAX_VALUE),
            // The open segment is never compacted: small ones keep a restart short.
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(64 * MIB));

    private ClientProperties() {}

    static Map<String, Object> admin(String bootstrap, Map<String, String> own) {
        Map<String, Object> properties = new HashMap<>(own);
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return properties;
    }

    static Properties streams(MonitorSettings settings) {
        Properties p = new Properties();
        guarantees(p, settings);
        clients(p);
        CHANGELOG.forEach((name, value) -> p.put(StreamsConfig.topicPrefix(name), value));
        TreeSet<String> taken = new TreeSet<>(settings.clientProperties().keySet());
        taken.retainAll(OURS);
        if (!taken.isEmpty()) {
            throw new IllegalArgumentException(
                    "client properties %s are set by the monitor itself; leave them out".formatted(taken));
        }
        p.putAll(settings.clientProperties());
        return p;
    }

    private static void guarantees(Properties p, MonitorSettings settings) {
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        p.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitIntervalMs());
        p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.replication());
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // The newer protocol takes seconds longer to come up.
        p.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        // Of all threads together: a release of ten thousand figures waits in it for its closing record.
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 16 * MIB);
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // A broker that is away is waited for; health says so meanwhile.
        p.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, Long.MAX_VALUE);
        p.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallFiles.class);
        String advertised = settings.advertised();
        if (advertised != null) {
            p.put(StreamsConfig.APPLICATION_SERVER_CONFIG, advertised);
        }
    }

    private static void clients(Properties p) {
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 32 * MIB);
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 * MIB);
        // Another instance takes over a killed one's economies after this long, not after 45 s.
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        // A consumer wakes up this often only to see whether its heartbeat is due.
        p.put(StreamsConfig.mainConsumerPrefix(CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG), 250);
        // A fetch that finds nothing lies with the broker, which answers it at once when something comes.
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 2_000);
        // What comes ends the wait; this is how often a thread wakes up for nothing.
        p.put(StreamsConfig.POLL_MS_CONFIG, 500);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        // Estimates and figures of one cell are alike: a batch of them shrinks to less than a third.
        p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        p.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
    }

    /** The settings of a changelog that is made before Kafka Streams makes it. */
    static Map<String, String> changelogTopic() {
        Map<String, String> topic = new HashMap<>(CHANGELOG);
        topic.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        return topic;
    }
}
