package org.tidemark.api.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.estimate.Estimate;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import org.tidemark.wire.UndecodableException;

/**
 * What all monitors of a cluster say, from the ends of the topics of estimates and alerts. It reads without a consumer group
 * and commits nothing.
 */
public final class TopicArrivals implements Arrivals {
    /** What comes ends the wait; this is how often it is looked whether anybody still listens. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(TopicArrivals.class);

    private final Map<String, Object> connection;
    private final Topics topics;
    private final Codecs codecs;

    /**
     * Of one cluster.
     *
     * @param connection the settings of a Kafka client
     */
    public TopicArrivals(Map<String, Object> connection, Topics topics, Codecs codecs) {
        this.connection = Map.copyOf(connection);
        this.topics = topics;
        this.codecs = codecs;
    }

    @Override
    public void follow(Listener listener, BooleanSupplier wanted) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = Stream.of(topics.estimates(), topics.alerts())
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            // Until it has asked for them, the ends are not those of now.
            partitions.forEach(consumer::position);
            listener.began();
            while (wanted.getAsBoolean()) {
                tell(consumer.poll(LOOK_EVERY), listener);
            }
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(connection);
        properties.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A fetch that finds nothing lies with the broker, which answers it at once when something comes.
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 2_000);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void tell(ConsumerRecords<byte[], byte[]> records, Listener listener) {
        Set<String> economies = new TreeSet<>();
        int estimates = 0;
        for (ConsumerRecord<byte[], byte[]> record : records.records(topics.estimates())) {
            Optional<Estimate> estimate = read(record, codecs.estimates());
            if (estimate.isPresent()) {
                economies.add(estimate.get().key().economy());
                estimates++;
            }
        }
        if (estimates > 0) {
            listener.estimated(economies, estimates);
        }
        for (ConsumerRecord<byte[], byte[]> record : records.records(topics.alerts())) {
            alert(record, listener);
        }
        listener.passed();
    }

    private void alert(ConsumerRecord<byte[], byte[]> record, Listener listener) {
        read(record, codecs.alerts()).ifPresent(listener::alerted);
    }

    /** What a record holds. Somebody else's ends nobody's watch and is of no economy, whatever its key says. */
    private static <T> Optional<T> read(ConsumerRecord<byte[], byte[]> record, Codec<T> codec) {
        try {
            return record.value() == null ? Optional.empty() : Optional.of(codec.decode(record.value()));
        } catch (UndecodableException e) {
            LOG.warn(
                    "topic {}, partition {}, offset {}: somebody else's record, told to nobody: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
