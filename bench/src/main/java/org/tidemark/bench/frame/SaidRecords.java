package org.tidemark.bench.frame;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tidemark.wire.Topics;

/**
 * What a run said: the records of each topic, counted, with a hash of those of each key in their order.
 *
 * @param counts by topic
 * @param hashes by topic and key
 */
record SaidRecords(Map<String, Integer> counts, Map<String, String> hashes) {
    private static final Duration POLL = Duration.ofSeconds(1);

    /** How far the topics are written now. */
    static Map<TopicPartition, Long> ends(Admin admin, Topics topics) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (String topic : List.of(
                topics.estimates(),
                topics.estimatesLatest(),
                topics.news(),
                topics.alerts(),
                topics.releases(),
                topics.judgements(),
                topics.rejected(),
                topics.panels())) {
            ends.putAll(TopicEnd.of(admin, topic));
        }
        return ends;
    }

    /** What was written, and committed, between two ends. */
    static SaidRecords between(String bootstrap, Map<TopicPartition, Long> first, Map<TopicPartition, Long> last) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, MessageDigest> digests = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class))) {
            consumer.assign(last.keySet());
            first.forEach(consumer::seek);
            while (last.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    counts.merge(record.topic(), 1, Integer::sum);
                    byte[] key = record.key() == null ? new byte[0] : record.key();
                    MessageDigest digest = digests.computeIfAbsent(
                            record.topic() + " " + HexFormat.of().formatHex(key), unused -> sha256());
                    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, record.timestamp()));
                    digest.update(record.value() == null ? new byte[0] : record.value());
                }
            }
        }
        Map<String, String> hashes = new TreeMap<>();
        digests.forEach((key, digest) -> hashes.put(key, HexFormat.of().formatHex(digest.digest())));
        return new SaidRecords(counts, hashes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Topics and keys whose records differ from those of another run. */
    List<String> unlike(SaidRecords other) {
        Map<String, String> all = new TreeMap<>(hashes);
        other.hashes.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .filter(key -> !String.valueOf(hashes.get(key)).equals(other.hashes.get(key)))
                .toList();
    }
}
