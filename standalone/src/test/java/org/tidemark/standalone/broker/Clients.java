package org.tidemark.standalone.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plain clients for the tests of a broker. */
final class Clients {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Clients() {}

    static void createTopic(String bootstrap, String topic) throws Exception {
        createTopic(bootstrap, topic, PATIENCE);
    }

    static void createTopic(String bootstrap, String topic, Duration patience) throws Exception {
        int patienceMs = Math.toIntExact(patience.toMillis());
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrap, "default.api.timeout.ms", patienceMs, "request.timeout.ms", patienceMs);
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get();
        }
    }

    /** One record for each time, keyed by it. */
    static void send(String bootstrap, String topic, List<Instant> times)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = producer(bootstrap, Map.of("linger.ms", 0))) {
            for (Instant time : times) {
                producer.send(new ProducerRecord<>(topic, 0, time.toEpochMilli(), time.toString(), "1"))
                        .get();
            }
        }
    }

    static KafkaProducer<String, String> producer(String bootstrap, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", bootstrap);
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    /** All committed records of the topic's one partition, as of now. */
    static List<ConsumerRecord<String, String>> committed(String bootstrap, String topic)
            throws ExecutionException, InterruptedException {
        TopicPartition partition = new TopicPartition(topic, 0);
        long end = end(bootstrap, partition);
        List<ConsumerRecord<String, String>> seen = new ArrayList<>();
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(partition) < end && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
            }
        }
        return seen;
    }

    /** Of what is written, committed or not: a commit returns before its mark is in the log. */
    private static long end(String bootstrap, TopicPartition partition)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }
}
