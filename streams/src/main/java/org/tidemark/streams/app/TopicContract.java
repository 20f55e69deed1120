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
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG);
    private static final Set<String> EXACTLY =
            Set.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);

    private TopicContract() {}

    /** One line for each setting that grants less than the contract; settings that only tune are not looked at. */
    static List<String> breaches(NewTopic contract, Map<String, String> held) {
        List<String> breaches = new ArrayList<>();
        new TreeMap<>(contract.configs()).forEach((setting, wanted) -> {
            String is = held.get(setting);
            if (is != null && !grants(setting, is, wanted)) {
                breaches.add(
                        "topic %s has %s=%s and would lose or refuse records; set %s=%s (kafka-configs --alter) or choose another prefix"
                                .formatted(contract.name(), setting, is, setting, wanted));
            }
        });
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
