package org.tidemark.producers.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.series.Watermark;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * Publishes to a cluster. Idempotent and acknowledged by all replicas; what a dead process left half sent is completed by
 * sending the file again, since batches are counted by place and not by record.
 */
public final class KafkaTarget implements RelayTarget, AutoCloseable {
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LINGER_MS = 20;

    private final Topics topics;
    private final Codecs codecs;
    private final LogReader reader;
    private final RefusedBefore refusedBefore;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private String run = newRun();

    /**
     * Connects.
     *
     * @param connection properties of a Kafka client: at least {@code bootstrap.servers}; TLS and SASL pass through
     * @throws PublishException when there can be no client with such properties
     */
    public KafkaTarget(Map<String, Object> connection, Topics topics, Codecs codecs) {
        this(connected(settings(connection)), new LogReader(connection), topics, codecs);
    }

    KafkaTarget(Producer<byte[], byte[]> producer, LogReader reader, Topics topics, Codecs codecs) {
        this.topics = topics;
        this.codecs = codecs;
        this.reader = reader;
        this.refusedBefore = new RefusedBefore(reader, topics, codecs);
        this.producer = producer;
    }

    static Map<String, Object> settings(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        return settings;
    }

    private static Producer<byte[], byte[]> connected(Map<String, Object> settings) {
        try {
            return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw PublishException.noClient(e);
        }
    }

    @Override
    public PastLoads pastLoads() {
        return new PastLoads(reader.loads(topics, codecs));
    }

    /** What was met on the topics of loads that Tidemark did not write: one line for each topic. */
    public List<String> passedOver() {
        return reader.foreign().lines();
    }

    @Override
    public PastFigures pastFigures(Set<String> sources) {
        PastFigures past = new PastFigures();
        reader.observations(topics, codecs, sources, past::remember);
        return past;
    }

    @Override
    public void note(Load load) {
        byte[] key = (load.source() + "|" + load.load()).getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(topics.loads(), key, codecs.loads().encode(load)));
    }

    @Override
    public void send(Event event) {
        send(new ProducerRecord<>(
                topics.observations(),
                null,
                event.at().toEpochMilli(),
                event.economy().getBytes(StandardCharsets.UTF_8),
                codecs.events().encode(event)));
    }

    @Override
    public void relay(TopicRecord record) {
        // A key has its own partition everywhere; where there is none, the number is all that is left of its place.
        Integer partition = record.key() == null ? record.partition() % partitions() : null;
        send(new ProducerRecord<>(topics.observations(), partition, record.timestamp(), record.key(), record.value()));
    }

    @Override
    public void closed(Instant published, boolean last) {
        Watermark.onEach(run, published, partitions(), last).forEach(this::closed);
        if (last) {
            // Words of the next are not to be counted with those of this one.
            run = newRun();
        }
    }

    @Override
    public void closed(Watermark closing) {
        send(new ProducerRecord<>(
                topics.observations(),
                closing.partition(),
                closing.published().toEpochMilli(),
                null,
                codecs.instantClosings().encode(closing)));
    }

    private static String newRun() {
        return UUID.randomUUID().toString();
    }

    @Override
    public int partitions() {
        return producer.partitionsFor(topics.observations()).size();
    }

    @Override
    public void reject(Rejection rejection) {
        if (!refusedBefore.isFirst(rejection)) {
            return;
        }
        byte[] key = rejection.place().getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(topics.rejected(), key, codecs.rejections().encode(rejection)));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        failIfRefused();
        try {
            // The callback keeps the first failure; the future says nothing more.
            Future<RecordMetadata> unused = producer.send(record, (metadata, e) -> {
                if (e != null) {
                    failure.compareAndSet(null, e);
                }
            });
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
        failIfRefused();
    }

    @Override
    public void flush() {
        try {
            producer.flush();
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
        failIfRefused();
    }

    private void failIfRefused() {
        Exception e = failure.get();
        if (e != null) {
            throw PublishException.refused(e);
        }
    }

    /** Waits for what is under way, unless the run has failed: what a load had left to say is said when it is sent again. */
    @Override
    public void close() {
        producer.close(failure.get() == null ? Duration.ofMillis(Long.MAX_VALUE) : Duration.ZERO);
    }
}
