package org.tidemark.standalone.broker;

import java.util.Map;
import java.util.TreeMap;

/** The configuration of a broker that is its own controller, small in memory, and forgets nothing by itself. */
final class BrokerProperties {
    static final String CLIENTS = "PLAINTEXT";
    static final String CONTROLLER = "CONTROLLER";
    static final int NODE_ID = 1;

    private static final String FOR_EVER = Long.toString(Long.MAX_VALUE);
    private static final int SEGMENT_BYTES = 16 << 20;
    // The cleaner refuses a segment with more records than its map has slots of 24 bytes: this suffices for segments
    // of SEGMENT_BYTES with 18 bytes a record.
    private static final int DEDUPE_BYTES = 24 << 20;
    // An index entry of 12 bytes for each 4 KiB of a segment is 48 KiB.
    private static final int INDEX_BYTES = 64 << 10;

    private BrokerProperties() {}

    static Map<String, String> of(Premises premises) {
        Map<String, String> all = new TreeMap<>();
        identity(all);
        listeners(all, premises.clients().port(), premises.controllers().port());
        all.put("log.dirs", premises.directory().kafka().toString());
        keepHistory(all);
        oneReplica(all);
        smallMemory(all);
        quick(all);
        return all;
    }

    private static void identity(Map<String, String> all) {
        all.put("process.roles", "broker,controller");
        all.put("node.id", Integer.toString(NODE_ID));
        all.put("auto.create.topics.enable", "false");
        all.put("metric.reporters", "");
    }

    private static void listeners(Map<String, String> all, int clientPort, int controllerPort) {
        String host = LoopbackSocket.HOST + ":";
        all.put("controller.quorum.voters", NODE_ID + "@" + host + controllerPort);
        all.put("listeners", CLIENTS + "://" + host + clientPort + "," + CONTROLLER + "://" + host + controllerPort);
        all.put("advertised.listeners", CLIENTS + "://" + host + clientPort);
        all.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        all.put("controller.listener.names", CONTROLLER);
        all.put("inter.broker.listener.name", CLIENTS);
    }

    /** What Kafka deletes or refuses by age would be deleted or refused here by the age of the figures. */
    private static void keepHistory(Map<String, String> all) {
        all.put("log.retention.ms", "-1");
        all.put("log.retention.bytes", "-1");
        all.put("log.message.timestamp.before.max.ms", FOR_EVER);
        all.put("log.message.timestamp.after.max.ms", FOR_EVER);
        // Segments roll on record timestamps: a weekly history of ten years would be 520 segments.
        all.put("log.roll.ms", FOR_EVER);
        // A system switched off over the holidays must not forget how far it has read, and start again from nothing.
        all.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    }

    private static void oneReplica(Map<String, String> all) {
        all.put("default.replication.factor", "1");
        all.put("min.insync.replicas", "1");
        all.put("num.partitions", "1");
        all.put("offsets.topic.replication.factor", "1");
        all.put("offsets.topic.num.partitions", "2");
        all.put("transaction.state.log.replication.factor", "1");
        all.put("transaction.state.log.min.isr", "1");
        all.put("transaction.state.log.num.partitions", "2");
        all.put("share.coordinator.state.topic.replication.factor", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        all.put("share.coordinator.state.topic.num.partitions", "1");
    }

    private static void smallMemory(Map<String, String> all) {
        String segmentBytes = Integer.toString(SEGMENT_BYTES);
        all.put("log.segment.bytes", segmentBytes);
        all.put("offsets.topic.segment.bytes", segmentBytes);
        all.put("transaction.state.log.segment.bytes", segmentBytes);
        all.put("share.coordinator.state.topic.segment.bytes", segmentBytes);
        all.put("log.index.size.max.bytes", Integer.toString(INDEX_BYTES));
        all.put("log.preallocate", "false");
        all.put("log.cleaner.dedupe.buffer.size", Integer.toString(DEDUPE_BYTES));
        // Each of them wakes up three times a second, and the controller has as many of its own.
        all.put("num.network.threads", "1");
        all.put("num.io.threads", "2");
        all.put("background.threads", "2");
        all.put("group.coordinator.threads", "1");
    }

    private static void quick(Map<String, String> all) {
        all.put("controlled.shutdown.enable", "true");
        all.put("group.initial.rebalance.delay.ms", "0");
        all.put("broker.heartbeat.interval.ms", "1500");
        // After a crash the controller takes the new broker for a double until the old session has run out.
        all.put("broker.session.timeout.ms", "4000");
        // No record twice a second just to show that the controller lives: an idle broker leaves the disk alone.
        all.put("metadata.max.idle.interval.ms", "0");
        all.put("server.max.startup.time.ms", "120000");
    }
}
