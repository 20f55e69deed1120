package org.tidemark.producers.kafka;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * Publishes to a cluster. Idempotent and acknowledged by all replicas; what a dead process left half sent is completed by
 * sending the file again, since batches are counted by place and not by record.
 */
public final class KafkaTarget implements LoadTarget, AutoCloseable {
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LINGER_MS = 20;

    private final Topics topics;
    private final Codecs codecs;
    private final Map<String, Object> connection;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /**
     * Connects.
     *
     * @param connection properties of a Kafka client: at least {@code bootstrap.servers}; TLS and SASL pass through
     */
    public KafkaTarget(Map<String, Object> connection, Topics topics, Codecs codecs) {
        this.topics = topics;
        this.codecs = codecs;
        this.connection = Map.copyOf(connection);
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public PastLoads pastLoads() {
        return new PastLoads(new LogReader(connection).loads(topics, codecs));
    }

    @Override
    public PastFigures pastFigures(Set<String> sources) {
        return new LogReader(connection).figures(topics, codecs, sources);
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
                event.batch().published().toEpochMilli(),
                event.economy().getBytes(StandardCharsets.UTF_8),
                codecs.events().encode(event)));
    }

    @Override
    public void reject(Rejection rejection) {
        byte[] key = rejection.place().getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(topics.rejected(), key, codecs.rejections().encode(rejection)));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        // The callback keeps the first failure; the future says nothing more.
        Future<RecordMetadata> unused = producer.send(record, (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
        failIfRefused();
    }

    @Override
    public void flush() {
        producer.flush();
        failIfRefused();
    }

    private void failIfRefused() {
        Exception e = failure.get();
        if (e != null) {
            throw new PublishException(
                    "the cluster refused a record: %s; mend that and load the same files again, nothing is doubled"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
