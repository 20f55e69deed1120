package org.tidemark.producers.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tidemark.release.Load;
import org.tidemark.series.Observation;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import org.tidemark.wire.UndecodableException;

/** Reads a topic from its beginning to where it ended at the call. The log is the memory of what has been sent. */
public final class LogReader {
    /**
     * At the end of a topic a reader has already asked for more, and cannot close before it has its answer: half a second
     * for each topic by default, for records that nobody waits for.
     */
    private static final int NOTHING_TO_WAIT_FOR_MS = 10;

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LISTEN = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long IDLE_POLLS_MAX = PATIENCE.dividedBy(POLL);

    private final ForeignRecords foreign = new ForeignRecords();
    private final Map<String, Object> settings;
    private final Function<Map<String, Object>, Consumer<byte[], byte[]>> clients;

    public LogReader(Map<String, Object> connection) {
        this(
                connection,
                settings -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    LogReader(Map<String, Object> connection, Function<Map<String, Object>, Consumer<byte[], byte[]>> clients) {
        Map<String, Object> own = new HashMap<>(connection);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        own.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, NOTHING_TO_WAIT_FOR_MS);
        this.settings = Map.copyOf(own);
        this.clients = clients;
    }

    /** Every committed record of a topic, partition by partition in the order of each. */
    public void read(String topic, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        onPartitions(topic, (consumer, partitions) -> {
            drain(topic, consumer, consumer.endOffsets(partitions, PATIENCE), each);
            return topic;
        });
    }

    /** As {@link #read(String, java.util.function.Consumer)}, of a topic that a cluster of before may lack. */
    void readIfThere(String topic, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        boolean there;
        try (Consumer<byte[], byte[]> consumer = clients.apply(settings)) {
            there = !consumer.partitionsFor(topic, PATIENCE).isEmpty();
        } catch (KafkaException e) {
            throw PublishException.unread(topic, e);
        }
        if (there) {
            read(topic, each);
        }
    }

    /** As {@link #read(String, java.util.function.Consumer)}, up to where the topic ended once. */
    void read(LogEnds ends, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<TopicPartition, Long> byPartition = new HashMap<>();
        ends.byPartition()
                .forEach((partition, end) -> byPartition.put(new TopicPartition(ends.topic(), partition), end));
        onPartitions(ends.topic(), (consumer, partitions) -> {
            if (!partitions.containsAll(byPartition.keySet())) {
                throw new PublishException("topic %s has not all of the partitions %s; check --bootstrap and --prefix"
                        .formatted(ends.topic(), ends.byPartition().keySet()));
            }
            drain(ends.topic(), consumer, byPartition, each);
            return ends;
        });
    }

    /** Hands on what lies behind an end of a topic, up to where it ends now, which is returned. */
    public LogEnds readOn(LogEnds from, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        return onPartitions(from.topic(), (consumer, partitions) -> {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            return readOn(from, ends, consumer, each);
        });
    }

    /** As {@link #readOn(LogEnds, java.util.function.Consumer)}, up to another end. */
    LogEnds readOn(LogEnds from, LogEnds to, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        return onPartitions(from.topic(), (consumer, partitions) -> {
            Map<TopicPartition, Long> ends = new HashMap<>();
            to.byPartition().forEach((partition, end) -> ends.put(new TopicPartition(to.topic(), partition), end));
            return readOn(from, ends, consumer, each);
        });
    }

    private static LogEnds readOn(
            LogEnds from,
            Map<TopicPartition, Long> ends,
            Consumer<byte[], byte[]> consumer,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<TopicPartition, Long> behind = new HashMap<>();
        SortedMap<Integer, Long> reached = new TreeMap<>(from.byPartition());
        ends.forEach((partition, end) -> {
            long begin = from.byPartition().getOrDefault(partition.partition(), 0L);
            if (begin < end) {
                behind.put(partition, end);
                reached.put(partition.partition(), end);
            }
        });
        // The oldest may be gone by age; what is asked for begins there then.
        consumer.assign(behind.keySet());
        behind.keySet().forEach(p -> consumer.seek(p, from.byPartition().getOrDefault(p.partition(), 0L)));
        drain(from.topic(), consumer, behind, each);
        return new LogEnds(from.topic(), reached);
    }

    /**
     * Hands on what is committed behind an end of a topic, as it comes, until it is enough.
     *
     * @param patience how long to wait while nothing comes at all
     * @return whether it was enough
     */
    boolean follow(
            LogEnds from,
            Duration patience,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each,
            BooleanSupplier enough) {
        return onPartitions(from.topic(), (consumer, partitions) -> {
            partitions.forEach(p -> consumer.seek(p, from.byPartition().getOrDefault(p.partition(), 0L)));
            long last = System.nanoTime();
            while (!enough.getAsBoolean()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(LISTEN);
                records.forEach(each);
                if (!records.isEmpty()) {
                    last = System.nanoTime();
                } else if (System.nanoTime() - last >= patience.toNanos()) {
                    return enough.getAsBoolean();
                }
            }
            return true;
        });
    }

    /** Where a topic ends now, as far as it is committed. */
    public LogEnds ends(String topic) {
        return onPartitions(topic, (consumer, partitions) -> {
            SortedMap<Integer, Long> ends = new TreeMap<>();
            consumer.endOffsets(partitions, PATIENCE).forEach((p, end) -> ends.put(p.partition(), end));
            return new LogEnds(topic, ends);
        });
    }

    private <T> T onPartitions(String topic, BiFunction<Consumer<byte[], byte[]>, List<TopicPartition>, T> reading) {
        try (Consumer<byte[], byte[]> consumer = clients.apply(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new PublishException(
                        "topic %s does not exist; make it with 'tidemark topics', or check --bootstrap and --prefix"
                                .formatted(topic));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return reading.apply(consumer, partitions);
        } catch (KafkaException e) {
            throw PublishException.unread(topic, e);
        }
    }

    private static void drain(
            String topic,
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        long idlePolls = 0;
        long reached = reached(consumer, ends.keySet());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            // Positions and not records: transactions that were aborted are passed without any.
            long before = reached;
            reached = reached(consumer, ends.keySet());
            idlePolls = reached > before ? 0 : idlePolls + 1;
            if (idlePolls > IDLE_POLLS_MAX) {
                throw new PublishException(
                        "topic %s: the cluster has told nothing more for %d s; check that all its brokers are up"
                                .formatted(topic, PATIENCE.toSeconds()));
            }
            records.forEach(record -> {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    each.accept(record);
                }
            });
        }
    }

    private static long reached(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        return partitions.stream().mapToLong(consumer::position).sum();
    }

    /** In the order in which they were noted: their topic has one partition. */
    List<Load> loads(Topics topics, Codecs codecs) {
        List<Load> loads = new ArrayList<>();
        read(topics.loads(), record -> decode(codecs.loads(), record, loads::add));
        return loads;
    }

    void observations(
            Topics topics, Codecs codecs, Set<String> sources, java.util.function.Consumer<Observation> each) {
        read(
                topics.observations(),
                record -> decoded(codecs.events(), record, event -> {
                    if (event instanceof Observation o
                            && sources.contains(o.batch().source())) {
                        each.accept(o);
                    }
                }));
    }

    /** What was met that Tidemark did not write, of those topics that no topology reads. */
    public ForeignRecords foreign() {
        return foreign;
    }

    /** Hands on what a record holds; what cannot be read is counted and passed over. */
    public <T> void decode(Codec<T> codec, ConsumerRecord<byte[], byte[]> record, java.util.function.Consumer<T> each) {
        if (record.value() == null) {
            return;
        }
        T value;
        try {
            value = codec.decode(record.value());
        } catch (UndecodableException e) {
            foreign.note(record, e);
            return;
        }
        each.accept(value);
    }

    private static <T> void decoded(
            Codec<T> codec, ConsumerRecord<byte[], byte[]> record, java.util.function.Consumer<T> each) {
        if (record.value() == null) {
            return;
        }
        try {
            each.accept(codec.decode(record.value()));
        } catch (UndecodableException e) {
            // What cannot be read was not sent by a load; the topology rejects it with its bytes.
        }
    }
}
