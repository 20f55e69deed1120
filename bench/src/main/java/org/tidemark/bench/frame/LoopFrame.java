package org.tidemark.bench.frame;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tidemark.engine.flow.EconomyEngine;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.table.MemoryTables;

/** Consumes, asks the engine, produces, and commits both in one transaction. What it knows is lost when it stops. */
final class LoopFrame implements Frame {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLL_RECORDS = 5_000;
    private static final long NANOS_PER_MS = 1_000_000;

    @Override
    public void run(FrameSetting setting) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consuming(setting));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producing(setting))) {
            producer.initTransactions();
            List<TopicPartition> partitions =
                    consumer.partitionsFor(setting.topics().observations()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            SaidWriter writer = new SaidWriter(setting.topics(), partitions.size());
            Consumer<Output> out = output -> writer.records(output).forEach(record -> {
                var unused = producer.send(record);
            });
            EconomyEngine engine = Engines.of(new MemoryTables(), out);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                transaction(setting, consumer, producer, engine);
            }
        }
    }

    private static void transaction(
            FrameSetting setting,
            KafkaConsumer<byte[], byte[]> consumer,
            KafkaProducer<byte[], byte[]> producer,
            EconomyEngine engine) {
        producer.beginTransaction();
        long end = System.nanoTime() + setting.commitMs() * NANOS_PER_MS;
        Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
        boolean more = true;
        while (more && System.nanoTime() < end) {
            more = false;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                engine.accept(Engines.received(record.key(), record.value(), record.timestamp()));
                read.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1));
                more = true;
            }
        }
        producer.sendOffsetsToTransaction(read, consumer.groupMetadata());
        producer.commitTransaction();
    }

    private static Map<String, Object> consuming(FrameSetting setting) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, setting.bootstrap(),
                ConsumerConfig.GROUP_ID_CONFIG, setting.run(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    }

    private static Map<String, Object> producing(FrameSetting setting) {
        Map<String, Object> all = new HashMap<>(Engines.PRODUCING);
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, setting.bootstrap());
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, setting.run());
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return all;
    }
}
