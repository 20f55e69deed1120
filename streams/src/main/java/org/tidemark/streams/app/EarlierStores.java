package org.tidemark.streams.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.tidemark.engine.store.EngineTable;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.store.StoreSlot;
import org.tidemark.streams.state.MarkedStore;
import org.tidemark.streams.topology.StoreKind;

/**
 * Moves what an earlier version kept in a store for each table into the stores that tables share now, before a client opens
 * them. What is moved is deleted at its old place last, so that a start that was killed meanwhile begins again.
 */
public final class EarlierStores {
    private static final Duration POLL = Duration.ofMillis(200);
    /** A transaction that a killed monitor has left open ends after its timeout at the latest. */
    private static final Duration WITHIN = Duration.ofMinutes(6);

    private final MonitorSettings settings;
    private final Admin admin;

    private EarlierStores(MonitorSettings settings, Admin admin) {
        this.settings = settings;
        this.admin = admin;
    }

    /**
     * Moves all of one monitor.
     *
     * @return what was done, in one line; empty where nothing of an earlier version is left
     * @throws TopicSetupException in one line, when other monitors run or a right is missing
     */
    public static Optional<String> move(MonitorSettings settings) {
        try (Admin admin = Admin.create(settings.adminProperties())) {
            return new EarlierStores(settings, admin).move();
        } catch (KafkaException e) {
            throw new TopicSetupException(
                    "the state of an earlier version cannot be moved: %s; nothing of it is lost, and the next start tries again"
                            .formatted(FaultPolicy.line(e)),
                    e);
        }
    }

    /** Where the tables of an earlier version lie on the log, and where each belongs now. */
    static SortedMap<String, StoreSlot> earlier(String applicationId) {
        SortedMap<String, StoreSlot> earlier = new TreeMap<>();
        for (StorePlace place : StorePlace.values()) {
            for (EngineTable table : EngineTable.of(place)) {
                if (table.slot(place).isShared()) {
                    earlier.put(Changelogs.of(applicationId, table.in(place)), table.slot(place));
                }
            }
        }
        return earlier;
    }

    /** Tables that are read from others now: what an earlier version kept in them is told by those. */
    static SortedSet<String> dropped(String applicationId) {
        SortedSet<String> dropped = new TreeSet<>();
        for (StorePlace place : List.of(StorePlace.ECONOMIES, StorePlace.PANELS)) {
            dropped.add(Changelogs.of(applicationId, place.of("estimates-latest")));
        }
        return dropped;
    }

    private Optional<String> move() {
        Set<String> topics = answer(admin.listTopics().names());
        SortedMap<String, StoreSlot> there = earlier(settings.applicationId());
        there.keySet().retainAll(topics);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        requireNobodyElse();
        List<TopicPartition> partitions = makeRoom(there);
        long moved = copy(there, partitions);
        SortedSet<String> left = dropped(settings.applicationId());
        left.retainAll(topics);
        left.addAll(there.keySet());
        Void unused = answer(admin.deleteTopics(left).all());
        deleteLocal();
        return Optional.of("the state of an earlier version was moved: %d entries of %d stores lie in shared ones now"
                .formatted(moved, there.size()));
    }

    private void requireNobodyElse() {
        String group = settings.applicationId();
        int members;
        try {
            members = answer(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                    .mapToInt(about -> about.members().size())
                    .sum();
        } catch (GroupIdNotFoundException nobodyYet) {
            return;
        }
        if (members > 0) {
            throw new TopicSetupException(
                    "%d monitors of an earlier version are in group %s; stop all of them, then start this one"
                            .formatted(members, group),
                    null);
        }
    }

    /** Makes the topics that are to take it, with as many partitions; returns those of the old ones. */
    private List<TopicPartition> makeRoom(SortedMap<String, StoreSlot> there) {
        List<TopicPartition> partitions = new ArrayList<>();
        SortedMap<String, NewTopic> room = new TreeMap<>();
        answer(admin.describeTopics(there.keySet()).allTopicNames()).forEach((topic, about) -> {
            int count = about.partitions().size();
            for (int partition = 0; partition < count; partition++) {
                partitions.add(new TopicPartition(topic, partition));
            }
            String to = to(there, topic);
            room.put(to, new NewTopic(to, count, settings.replication()).configs(ClientProperties.changelogTopic()));
        });
        admin.createTopics(room.values()).values().values().forEach(made -> {
            try {
                Void unused = answer(made);
            } catch (TopicExistsException begunBefore) {
                // A start that was killed has made it, and what it wrote is written over.
            }
        });
        return partitions;
    }

    private String to(Map<String, StoreSlot> there, String topic) {
        StoreSlot slot = there.get(topic);
        return Changelogs.of(settings.applicationId(), slot == null ? topic : slot.store());
    }

    private long copy(SortedMap<String, StoreSlot> there, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = ends(partitions);
        long moved = 0;
        long deadline = System.nanoTime() + WITHIN.toNanos();
        try (Consumer<byte[], byte[]> consumer = consumer();
                Producer<byte[], byte[]> producer = producer()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!isAt(consumer, ends)) {
                if (System.nanoTime() > deadline) {
                    throw new TopicSetupException(
                            "the state of an earlier version could not be read within %d minutes; start again"
                                    .formatted(WITHIN.toMinutes()),
                            null);
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    var unused = producer.send(moved(there, record));
                    moved++;
                }
            }
            producer.flush();
        }
        return moved;
    }

    private ProducerRecord<byte[], byte[]> moved(Map<String, StoreSlot> there, ConsumerRecord<byte[], byte[]> record) {
        StoreSlot slot = there.get(record.topic());
        Bytes key = MarkedStore.marked(slot == null ? StoreSlot.ALONE : slot.mark(), record.key());
        return new ProducerRecord<>(
                to(there, record.topic()), record.partition(), record.timestamp(), key.get(), record.value());
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        answer(admin.listOffsets(asked).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static boolean isAt(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(settings.adminProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> properties = new HashMap<>(settings.adminProperties());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The local stores are a copy of what lies elsewhere now. */
    private void deleteLocal() {
        if (settings.stores() == StoreKind.DISK) {
            try {
                new StateFiles(settings.stateDir(), settings.applicationId()).delete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException told ? told : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
