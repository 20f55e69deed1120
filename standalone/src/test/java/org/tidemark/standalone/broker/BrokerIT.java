package org.tidemark.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;

/** What Tidemark asks of any broker; runs on the embedded one and, with -Dtidemark.it.broker=container, on Kafka's image. */
@ExtendWith(KafkaBroker.class)
class BrokerIT {
    private final TestBroker broker;
    private String topic = "";

    BrokerIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void createTopic(TestInfo test) throws Exception {
        topic = broker.name(test.getTestMethod().orElseThrow().getName());
        Clients.createTopic(broker.bootstrap(), topic);
    }

    @Test
    void whatIsSentIsRead() throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = Clients.producer(broker.bootstrap(), Map.of())) {
            producer.send(new ProducerRecord<>(topic, "DK", "27.6")).get();
        }

        assertThat(Clients.committed(broker.bootstrap(), topic)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("DK");
            assertThat(record.value()).isEqualTo("27.6");
        });
    }

    @Test
    void onlyCommittedTransactionsAreRead() throws ExecutionException, InterruptedException {
        Map<String, Object> transactional = Map.of("transactional.id", broker.name("writer"));
        try (KafkaProducer<String, String> producer = Clients.producer(broker.bootstrap(), transactional)) {
            producer.initTransactions();
            transact(producer, "abandoned");
            producer.abortTransaction();
            transact(producer, "kept");
            producer.commitTransaction();
        }

        assertThat(Clients.committed(broker.bootstrap(), topic))
                .extracting(ConsumerRecord::value)
                .containsExactly("kept");
    }

    private void transact(KafkaProducer<String, String> producer, String value) {
        producer.beginTransaction();
        Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(topic, "US", value));
    }

    @Test
    void recordsOfThePastAndOfTheFutureAreKeptWithTheirTimes() throws ExecutionException, InterruptedException {
        List<Instant> times = List.of(Instant.parse("2015-03-31T23:59:59.999Z"), Instant.parse("2030-01-01T00:00:00Z"));

        Clients.send(broker.bootstrap(), topic, times);

        assertThat(Clients.committed(broker.bootstrap(), topic))
                .extracting(record -> Instant.ofEpochMilli(record.timestamp()))
                .containsExactlyElementsOf(times);
    }

    @Test
    void aTopicThatNobodyCreatedStaysUnknown() {
        Map<String, Object> impatient = Map.of("max.block.ms", 500);
        try (KafkaProducer<String, String> producer = Clients.producer(broker.bootstrap(), impatient)) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(broker.name("nobody"), "US", "1"))
                            .get())
                    .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }
}
