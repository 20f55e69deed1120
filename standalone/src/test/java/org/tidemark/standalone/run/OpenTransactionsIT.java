package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.standalone.broker.EmbeddedBroker;

/** What a process that died had not ended keeps no reader from what was sent after it. */
class OpenTransactionsIT {
    private static final String TOPIC = "topic";
    private static final Map<String, String> DEAD =
            Map.of("transactional.id", "dead-2", "transaction.timeout.ms", "300000");

    private static KafkaProducer<byte[], byte[]> producer(String bootstrap, Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", bootstrap);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Test
    void areEndedAndReadersGoOn(@TempDir Path dir) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(dir, 0));
        Map<String, Object> connection = Map.of("bootstrap.servers", broker.bootstrap());
        KafkaProducer<byte[], byte[]> dead = producer(broker.bootstrap(), DEAD);
        try (Admin admin = Admin.create(connection);
                KafkaProducer<byte[], byte[]> alive = producer(broker.bootstrap(), Map.of())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            dead.initTransactions();
            dead.beginTransaction();
            var lost = dead.send(new ProducerRecord<>(TOPIC, new byte[] {1})).get();
            var kept = alive.send(new ProducerRecord<>(TOPIC, new byte[] {2})).get();
            assertThat(read(connection)).isEmpty();

            OpenTransactions.end(connection);

            assertThat(lost.offset()).isLessThan(kept.offset());
            assertThat(read(connection)).containsExactly(kept.offset());
        } finally {
            dead.close(Duration.ZERO);
            broker.close();
        }
    }

    private static List<Long> read(Map<String, Object> connection) {
        List<Long> offsets = new ArrayList<>();
        new LogReader(connection).read(TOPIC, record -> offsets.add(record.offset()));
        return offsets;
    }
}
