package org.tidemark.streams.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.tidemark.wire.Topics;

class TopicContractTest {
    private static final Topics TOPICS = new Topics("tidemark");

    private static NewTopic contract(String name) {
        return TOPICS.definitions(4, (short) 1).stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> as(NewTopic contract, String setting, String value) {
        Map<String, String> held = new HashMap<>(contract.configs());
        held.put(setting, value);
        return held;
    }

    @Test
    void aTopicMadeByUsKeepsItsOwnContract() {
        assertThat(TOPICS.definitions(4, (short) 1))
                .allSatisfy(topic -> assertThat(TopicContract.breaches(topic, topic.configs()))
                        .isEmpty());
    }

    @Test
    void aTopicThatForgetsIsRefusedInOneLine() {
        NewTopic observations = contract(TOPICS.observations());

        assertThat(TopicContract.breaches(observations, as(observations, "retention.ms", "604800000")))
                .containsExactly(
                        "topic tidemark.observations has retention.ms=604800000 and would lose or refuse records; "
                                + "set retention.ms=-1 (kafka-configs --alter) or choose another prefix");
    }

    @Test
    void aTopicThatGrantsMoreIsWelcome() {
        NewTopic rejected = contract(TOPICS.rejected());

        assertThat(TopicContract.breaches(rejected, as(rejected, "retention.ms", "-1")))
                .isEmpty();
        assertThat(TopicContract.breaches(rejected, as(rejected, "segment.ms", "1000")))
                .isEmpty();
    }

    @Test
    void aTopicThatRefusesTheFutureOrTheWrongClockIsRefused() {
        NewTopic observations = contract(TOPICS.observations());
        NewTopic rejected = contract(TOPICS.rejected());

        assertThat(TopicContract.breaches(observations, as(observations, "message.timestamp.after.max.ms", "3600000")))
                .hasSize(1);
        assertThat(TopicContract.breaches(rejected, as(rejected, "message.timestamp.type", "CreateTime")))
                .hasSize(1);
        assertThat(TopicContract.breaches(observations, as(observations, "cleanup.policy", "compact")))
                .hasSize(1);
    }
}
