package org.tidemark.standalone.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a topology has committed everything that its input topics hold, and everything that it wrote can be read:
 * committed offsets equal to end offsets, twice running, so that a look between two batches of the producer does not
 * count.
 *
 * <p>The committed offsets alone are not enough: the marks that end a transaction are written to each partition by
 * itself, so those of the outputs may follow later, and until then a reader of what is committed misses the end.
 */
final class Drain {
    static final long LOOK_EVERY_MS = 100;
    private static final int LOOKS_NEEDED = 2;

    private final Admin admin;
    private final String group;
    private final List<String> inputs;
    private final List<String> outputs;
    private final Map<List<String>, List<TopicPartition>> partitions = new HashMap<>();

    Drain(Admin admin, String group, List<String> inputs, List<String> outputs) {
        this.admin = admin;
        this.group = group;
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
    }

    /** Is told what is still to do and throws when that will never be done. */
    interface Watcher {
        void behind(long records);
    }

    void await(Watcher watcher) throws InterruptedException {
        long behind = 0;
        int looks = 0;
        while (looks < LOOKS_NEEDED) {
            OptionalLong seen = behind();
            behind = seen.orElse(behind);
            watcher.behind(behind);
            looks = seen.isPresent() && behind == 0 ? looks + 1 : 0;
            if (looks < LOOKS_NEEDED) {
                Thread.sleep(LOOK_EVERY_MS);
            }
        }
    }

    /** Empty while no broker answers: it is waited for like the rest, for as long as the watcher will. */
    private OptionalLong behind() throws InterruptedException {
        try {
            long unprocessed = unprocessed();
            // What is written is looked at when nothing is to be written any more.
            return OptionalLong.of(unprocessed == 0 ? unreadable() : unprocessed);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return OptionalLong.empty();
            }
            throw new IllegalStateException(
                    "offsets of %s cannot be read: %s".formatted(String.join(", ", inputs), e.getMessage()), e);
        }
    }

    private long unprocessed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends(partitions(inputs), IsolationLevel.READ_UNCOMMITTED).entrySet().stream()
                .mapToLong(end -> end.getValue() - offset(committed.get(end.getKey())))
                .sum();
    }

    private long unreadable() throws ExecutionException, InterruptedException {
        Collection<TopicPartition> all = partitions(outputs);
        Map<TopicPartition, Long> written = ends(all, IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> readable = ends(all, IsolationLevel.READ_COMMITTED);
        // The other way round a commit between the two looks would count below nothing.
        return written.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - readable.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Asked for once: topics under a running topology keep their partitions. */
    private Collection<TopicPartition> partitions(List<String> topics) throws ExecutionException, InterruptedException {
        List<TopicPartition> known = partitions.get(topics);
        if (known != null) {
            return known;
        }
        List<TopicPartition> found = new ArrayList<>();
        admin.describeTopics(topics).allTopicNames().get().forEach((name, described) -> described
                .partitions()
                .forEach(p -> found.add(new TopicPartition(name, p.partition()))));
        partitions.put(topics, found);
        return found;
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> of, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        of.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(latest, new ListOffsetsOptions(isolation))
                .all()
                .get();
        Map<TopicPartition, Long> ends = new HashMap<>();
        found.forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
