package org.tidemark.standalone.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a topology has committed everything that its input topic holds: committed offsets equal to end offsets,
 * twice running, so that a look between two batches of the producer does not count.
 */
final class Drain {
    static final long LOOK_EVERY_MS = 100;
    private static final int LOOKS_NEEDED = 2;

    private final Admin admin;
    private final String group;
    private final String topic;

    Drain(Admin admin, String group, String topic) {
        this.admin = admin;
        this.group = group;
        this.topic = topic;
    }

    /** Is told what is still to do and throws when that will never be done. */
    interface Watcher {
        void behind(long records);
    }

    void await(Watcher watcher) throws InterruptedException {
        int looks = 0;
        while (looks < LOOKS_NEEDED) {
            long behind = behind();
            watcher.behind(behind);
            looks = behind == 0 ? looks + 1 : 0;
            if (looks < LOOKS_NEEDED) {
                Thread.sleep(LOOK_EVERY_MS);
            }
        }
    }

    private long behind() throws InterruptedException {
        try {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(List.of(topic)).allTopicNames().get().forEach((name, described) -> described
                    .partitions()
                    .forEach(p -> latest.put(new TopicPartition(name, p.partition()), OffsetSpec.latest())));
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(latest).all().get();
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - offset(committed.get(end.getKey())))
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("offsets of %s cannot be read: %s".formatted(topic, e.getMessage()), e);
        }
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
