package org.tidemark.streams.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** What a topic that is already there must grant at least. */
final class TopicContract {
    private static final Set<String> AT_LEAST = Set.of(
            TopicConfig.RETENTION_MS_CONFIG,
            TopicConfig.RETENTION_BYTES_CONFIG,
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    private static final Set<String> EXACTLY =
            Set.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);

    private TopicContract() {}

    /**
     * One line for each setting that grants less than the contract; settings that only tune are not looked at.
     *
     * @param held the settings that it has
     * @param replicas copies of each of its partitions
     */
    static List<String> breaches(NewTopic contract, Map<String, String> held, int replicas) {
        List<String> breaches = new ArrayList<>();
        new TreeMap<>(contract.configs()).forEach((setting, wanted) -> {
            String is = held.get(setting);
            if (is != null && !grants(setting, is, wanted)) {
                breaches.add(
                        "topic %s has %s=%s and would lose or refuse records; set %s=%s (kafka-configs --alter) or choose another prefix"
                                .formatted(contract.name(), setting, is, setting, wanted));
            }
        });
        breaches.addAll(ofCopies(contract.name(), held, replicas));
        return breaches;
    }

    /** What the settings say of copies: records that too few brokers can take are refused, and some may be lost with one. */
    private static List<String> ofCopies(String topic, Map<String, String> held, int replicas) {
        List<String> breaches = new ArrayList<>();
        String inSync = held.getOrDefault(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "1");
        if (Long.parseLong(inSync) > replicas) {
            breaches.add(
                    "topic %s has min.insync.replicas=%s and %d %s, so that it would refuse every record; set min.insync.replicas=%d (kafka-configs --alter) or give it more replicas"
                            .formatted(topic, inSync, replicas, replicas == 1 ? "replica" : "replicas", replicas));
        }
        if (Boolean.parseBoolean(held.get(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG))) {
            breaches.add(
                    "topic %s has unclean.leader.election.enable=true and would lose records when a broker dies; set unclean.leader.election.enable=false (kafka-configs --alter)"
                            .formatted(topic));
        }
        return breaches;
    }

    private static boolean grants(String setting, String is, String wanted) {
        if (AT_LEAST.contains(setting)) {
            long granted = Long.parseLong(is);
            // -1 is without bound.
            return granted == -1 || (!wanted.equals("-1") && granted >= Long.parseLong(wanted));
        }
        return !EXACTLY.contains(setting) || is.equals(wanted);
    }
}
