package org.tidemark.producers.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * All that is sent in it is on the cluster together with its note, or nothing is. Whoever opens one of the same name ends
 * what another has open, so that behind the opening it is certain what was published before.
 */
public final class PushTransaction implements AutoCloseable {
    private static final int TIMEOUT_MS = 60_000;

    private final Producer<byte[], byte[]> producer;
    private final KafkaTarget target;
    private final Topics topics;
    private boolean open;

    private PushTransaction(Producer<byte[], byte[]> producer, KafkaTarget target, Topics topics) {
        this.producer = producer;
        this.target = target;
        this.topics = topics;
    }

    /**
     * Ends what was open under the name, and begins.
     *
     * @throws PublishException where the cluster does not take it
     */
    public static PushTransaction begin(Map<String, Object> connection, Topics topics, Codecs codecs, String name) {
        Map<String, Object> settings = new HashMap<>(KafkaTarget.settings(connection));
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TIMEOUT_MS);
        Producer<byte[], byte[]> producer = producer(settings);
        KafkaTarget target = new KafkaTarget(producer, new LogReader(connection), topics, codecs);
        PushTransaction transaction = new PushTransaction(producer, target, topics);
        try {
            producer.initTransactions();
            producer.beginTransaction();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw PublishException.refused(e);
        }
        transaction.open = true;
        return transaction;
    }

    private static Producer<byte[], byte[]> producer(Map<String, Object> settings) {
        try {
            return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw PublishException.noClient(e);
        }
    }

    /** Where everything of it is sent. */
    public KafkaTarget target() {
        return target;
    }

    /** Writes the note and makes everything visible at once. */
    public void commit(SystemNote note) {
        try {
            byte[] key = note.name().getBytes(StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(
                    topics.pushes(), key, Codecs.singleObject().notes().encode(note)));
            producer.commitTransaction();
            open = false;
        } catch (KafkaException e) {
            throw PublishException.refused(e);
        }
    }

    /** Takes back what was sent, where it was not committed. */
    @Override
    public void close() {
        try {
            if (open) {
                producer.abortTransaction();
            }
        } catch (KafkaException fenced) {
            // Whoever has the name now, or the broker when its time is over, takes it back.
            open = false;
        }
        producer.close(Duration.ZERO);
    }
}
