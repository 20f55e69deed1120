package org.tidemark.streams.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.tidemark.wire.Topics;

/** The topics that Kafka Streams keeps the state of a monitor in: as many partitions as the observations, and compacted. */
final class Changelogs {
    private static final String SUFFIX = "-changelog";

    private Changelogs() {}

    /** The changelog of a store. */
    static String of(String applicationId, String store) {
        return applicationId + "-" + store + SUFFIX;
    }

    /** The changelogs of the monitor of some topics. */
    static List<String> among(Collection<String> names, Topics topics) {
        String monitor = MonitorSettings.applicationId(topics) + "-";
        return names.stream()
                .filter(name -> name.startsWith(monitor) && name.endsWith(SUFFIX))
                .sorted()
                .toList();
    }

    /**
     * Refuses observations on more partitions than their state: an economy would move away from its history.
     *
     * @throws TopicSetupException in one line
     */
    static void requirePartitions(Topics topics, int observations, Map<String, TopicDescription> changelogs) {
        String panels = MonitorSettings.applicationId(topics) + "-panel-";
        new TreeMap<>(changelogs).forEach((name, changelog) -> {
            int partitions = changelog.partitions().size();
            if (!name.startsWith(panels) && partitions != observations) {
                throw new TopicSetupException(moved(topics, observations, partitions), null);
            }
        });
    }

    /** What is said of a number of partitions that has changed. */
    static String moved(Topics topics, int now, int before) {
        return "topic %s has %d partitions and the state of %s is of %d: economies would move to partitions where their history is not; choose another --prefix, run 'tidemark topics' for it with --partitions %d and load the files again (partitions cannot be taken away)"
                .formatted(topics.observations(), now, MonitorSettings.applicationId(topics), before, now);
    }

    /** One line for a setting that would lose state. */
    static List<String> breaches(String changelog, Map<String, String> held) {
        String policy = held.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        return policy.equals(TopicConfig.CLEANUP_POLICY_COMPACT)
                ? List.of()
                : List.of(
                        "topic %s has cleanup.policy=%s and would lose state; set cleanup.policy=compact (kafka-configs --alter)"
                                .formatted(changelog, policy));
    }
}
