package org.tidemark.it;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Retention;
import org.tidemark.wire.Topic;
import org.tidemark.wire.Topics;

/** Somebody who has the right to write to our topics, and writes to each of them whatever comes to hand. */
public final class ForeignWriter {
    private static final long SEED = 20_130_517;
    private static final int HUGE_BYTES = 900_000;
    private static final int NOISE_BYTES = 70;
    private static final long FAR_FUTURE_MS =
            Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();
    private static final long NOW_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final int HEADER_BYTES = 10;
    private static final int FINGERPRINT_AT = 4;
    private static final int UNKNOWN_ID = 4_711;

    private final Random random = new Random(SEED);
    private final Map<String, Object> connection;
    private final Topics topics;

    public ForeignWriter(Map<String, Object> connection, Topics topics) {
        this.connection = Map.copyOf(connection);
        this.topics = topics;
    }

    /**
     * Writes all kinds of record to every topic.
     *
     * @return how many of them the broker has taken that have a value, and how many that have none, by topic
     */
    public Map<String, int[]> write() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * HUGE_BYTES);
        Map<String, int[]> written = new TreeMap<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : topics.names(List.of(Topic.values()))) {
                int[] counts = new int[2];
                for (ProducerRecord<byte[], byte[]> record : records(topic)) {
                    if (isTaken(producer.send(record))) {
                        counts[record.value() == null ? 1 : 0]++;
                    }
                }
                written.put(topic, counts);
            }
        }
        return written;
    }

    /** A broker refuses what has no key where it compacts. */
    private static boolean isTaken(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            return sent.get() != null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvalidRecordException) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    private List<ProducerRecord<byte[], byte[]>> records(String topic) {
        ConsumerRecord<byte[], byte[]> ours = ofOurs(topic);
        byte[] key = ours == null ? text("DK") : ours.key();
        byte[] value = ours == null ? noise(120) : ours.value();
        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>(ofNoOrOtherKeys(topic));
        all.add(record(topic, key, null));
        for (byte[] other : List.of(
                new byte[0],
                Arrays.copyOf(value, value.length / 2),
                Arrays.copyOf(value, Math.min(value.length, HEADER_BYTES)),
                with(value, 0, (byte) 0xC4),
                // As a schema of tomorrow would begin.
                with(value, FINGERPRINT_AT, (byte) ~value[FINGERPRINT_AT]),
                ByteBuffer.allocate(NOISE_BYTES)
                        .put((byte) 0)
                        .putInt(UNKNOWN_ID)
                        .put(noise(NOISE_BYTES - 5))
                        .array(),
                foreignNote(topic, key),
                text("{\"economy\": \"DK\", \"value\": 99.0}"),
                huge(value))) {
            all.add(record(topic, key, other));
        }
        all.add(new ProducerRecord<>(topic, 0, 0L, key, noise(NOISE_BYTES)));
        if (!agesIntoCompaction(topic)) {
            all.add(new ProducerRecord<>(topic, 0, FAR_FUTURE_MS, key, noise(NOISE_BYTES)));
        }
        ProducerRecord<byte[], byte[]> headed = record(topic, key, noise(NOISE_BYTES));
        headed.headers().add("", null).add("traceparent", noise(200_000)).add("\u0000\u001b[31m", text("odd"));
        all.add(headed);
        return all;
    }

    /**
     * Whether a record of a later week closes the segment before it: the broker's cleaner would then keep what is foreign in
     * place of what is ours under its key, at a time of its own, and nobody could read what is no more.
     */
    private boolean agesIntoCompaction(String topic) {
        return Stream.of(Topic.values())
                .filter(t -> t.retention() == Retention.LATEST_OF_EACH_WEEK)
                .anyMatch(t -> topics.names(List.of(t)).contains(topic));
    }

    private List<ProducerRecord<byte[], byte[]>> ofNoOrOtherKeys(String topic) {
        return List.of(
                record(topic, null, noise(NOISE_BYTES)),
                record(topic, null, null),
                record(topic, noise(8), null),
                record(topic, noise(100_000), noise(NOISE_BYTES)),
                record(topic, ByteBuffer.allocate(8).putLong(42).array(), text("COMMIT")),
                // Key and value of the end of a transaction.
                record(topic, new byte[] {0, 0, 0, 1}, new byte[] {0, 0, 0, 0, 0, 7}));
    }

    /** The first record with key and value, as long as one of ours; null where there is none. */
    private @Nullable ConsumerRecord<byte[], byte[]> ofOurs(String topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        new LogReader(connection).read(topic, record -> {
            if (found.isEmpty() && record.key() != null && record.value() != null && record.value().length > 20) {
                found.add(record);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** Of ours, but of no meaning there: on the topics of notes under an existing key, and of another name. */
    private static byte[] foreignNote(String topic, byte[] key) {
        String name = topic.endsWith("pushes") ? new String(key, StandardCharsets.UTF_8) : "of " + topic;
        return Codecs.singleObject().notes().encode(SystemNote.of(name, Instant.EPOCH, Map.of("by", "nobody")));
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, 0, NOW_MS, key, value);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return noise;
    }

    /** Begins as one of ours. */
    private byte[] huge(byte[] value) {
        byte[] huge = noise(HUGE_BYTES);
        System.arraycopy(value, 0, huge, 0, Math.min(value.length, HEADER_BYTES));
        return huge;
    }

    private static byte[] with(byte[] value, int at, byte other) {
        byte[] changed = value.clone();
        changed[at] = other;
        return changed;
    }
}
