package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;

/** When everything is done: the test itself commits what a topology would. */
@ExtendWith(KafkaBroker.class)
class DrainIT {
    private final TestBroker broker;
    private final Admin admin;
    private String input = "";
    private String output = "";
    private String group = "";

    DrainIT(TestBroker broker) {
        this.broker = broker;
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
    }

    @BeforeEach
    void makeTopics(TestInfo test) throws Exception {
        String name = test.getTestMethod().orElseThrow().getName();
        input = broker.name(name + ".in");
        output = broker.name(name + ".out");
        group = broker.name(name);
        admin.createTopics(List.of(new NewTopic(input, 2, (short) 1), new NewTopic(output, 1, (short) 1)))
                .all()
                .get();
    }

    @AfterEach
    void close() {
        admin.close();
    }

    private List<Long> drained(Drain.Watcher also) throws InterruptedException {
        List<Long> looks = new ArrayList<>();
        new Drain(admin, group, List.of(input), List.of(output)).await(behind -> {
            looks.add(behind);
            also.behind(behind);
        });
        return looks;
    }

    @Test
    void whereNothingWasSentTwoLooksAreEnough() throws Exception {
        assertThat(drained(behind -> {})).containsExactly(0L, 0L);
    }

    @Test
    void whatIsNotCommittedIsWaitedFor() throws Exception {
        send(Map.of(), input, 3);

        List<Long> looks = drained(behind -> {
            if (behind == 3) {
                commit(2);
            } else if (behind == 1) {
                commit(3);
            }
        });

        assertThat(looks).containsExactly(3L, 1L, 0L, 0L);
    }

    @Test
    void whatArrivesBetweenTwoLooksIsWaitedForToo() throws Exception {
        List<Integer> sent = new ArrayList<>();

        List<Long> looks = drained(behind -> {
            if (sent.isEmpty()) {
                send(Map.of(), input, 1);
                sent.add(1);
            } else if (behind == 1) {
                commit(1);
            }
        });

        assertThat(looks).containsExactly(0L, 1L, 0L, 0L);
    }

    @Test
    void whatNobodyCanReadYetIsWaitedFor() throws Exception {
        try (KafkaProducer<String, String> producer = producer(Map.of("transactional.id", group))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(output, "1")).get();

            List<Long> behindAtCommit = new ArrayList<>();
            List<Long> looks = drained(behind -> {
                // Once: the look after it may come before the mark does.
                if (behind > 0 && behindAtCommit.isEmpty()) {
                    behindAtCommit.add(behind);
                    producer.commitTransaction();
                }
            });

            // The mark that ends a transaction is a record as well, and may take a look or two to come.
            assertThat(looks).startsWith(1L).endsWith(0L, 0L).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void whoeverWatchesCanEndTheWaiting() {
        send(Map.of(), input, 1);

        assertThatThrownBy(() -> drained(behind -> {
                    throw new SystemFailedException("the topologies have stopped");
                }))
                .isInstanceOf(SystemFailedException.class);
    }

    private void commit(long offset) {
        OffsetAndMetadata committed = new OffsetAndMetadata(offset);
        try {
            admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(input, 0), committed))
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(Map<String, Object> more, String topic, int records) {
        try (KafkaProducer<String, String> producer = producer(more)) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(topic, 0, "DK", "1")).get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private KafkaProducer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> settings = new java.util.HashMap<>(more);
        settings.put("bootstrap.servers", broker.bootstrap());
        settings.put("linger.ms", 0);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
