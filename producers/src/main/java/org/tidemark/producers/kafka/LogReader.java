package org.tidemark.producers.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.release.Load;
import org.tidemark.series.Observation;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import org.tidemark.wire.UndecodableException;

/** Reads a topic from its beginning to where it ended at the call. The log is the memory of what has been sent. */
public final class LogReader {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Object> connection;

    public LogReader(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /** Every committed record of a topic, partition by partition in the order of each. */
    public void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            drain(consumer, consumer.endOffsets(partitions, PATIENCE), each);
        } catch (KafkaException e) {
            throw new PublishException(
                    "topic %s cannot be read: %s; check --bootstrap and that the cluster is up"
                            .formatted(topic, e.getMessage()),
                    e);
        }
    }

    private static void drain(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    each.accept(record);
                }
            });
        }
    }

    List<Load> loads(Topics topics, Codecs codecs) {
        List<Load> loads = new ArrayList<>();
        read(topics.loads(), record -> decoded(codecs.loads(), record, loads::add));
        return loads;
    }

    PastFigures figures(Topics topics, Codecs codecs, Set<String> sources) {
        PastFigures past = new PastFigures();
        read(
                topics.observations(),
                record -> decoded(codecs.events(), record, event -> {
                    if (event instanceof Observation o
                            && sources.contains(o.batch().source())) {
                        past.remember(o);
                    }
                }));
        return past;
    }

    private static <T> void decoded(Codec<T> codec, ConsumerRecord<byte[], byte[]> record, Consumer<T> each) {
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
