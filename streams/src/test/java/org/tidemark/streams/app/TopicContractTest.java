package org.tidemark.streams.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .allSatisfy(topic -> assertThat(TopicContract.breaches(topic, topic.configs(), 1))
                        .isEmpty());
    }

    @Test
    void aTopicThatForgetsIsRefusedInOneLine() {
        NewTopic observations = contract(TOPICS.observations());

        assertThat(TopicContract.breaches(observations, as(observations, "retention.ms", "604800000"), 1))
                .containsExactly(
                        "topic tidemark.observations has retention.ms=604800000 and would lose or refuse records; "
                                + "set retention.ms=-1 (kafka-configs --alter) or choose another prefix");
    }

    @ParameterizedTest
    @CsvSource({
        "message.timestamp.before.max.ms, 86400000",
        "message.timestamp.after.max.ms, 3600000",
        "max.message.bytes, 1000",
        "retention.bytes, 1073741824",
        "retention.ms, 604800000",
        "cleanup.policy, 'compact,delete'",
        "message.timestamp.type, LogAppendTime",
        "min.insync.replicas, 2",
        "unclean.leader.election.enable, true"
    })
    @DisplayName("C07-topic-settings-not-looked-at: a setting that loses or refuses records is named")
    void aSettingThatLosesRecordsIsNamed(String setting, String value) {
        NewTopic observations = contract(TOPICS.observations());

        assertThat(TopicContract.breaches(observations, as(observations, setting, value), 1))
                .singleElement()
                .asString()
                .startsWith("topic tidemark.observations has " + setting + "=" + value)
                .contains("kafka-configs --alter");
    }

    @Test
    void aTopicThatGrantsMoreIsWelcome() {
        NewTopic rejected = contract(TOPICS.rejected());

        assertThat(TopicContract.breaches(rejected, as(rejected, "retention.ms", "-1"), 1))
                .isEmpty();
        assertThat(TopicContract.breaches(rejected, as(rejected, "segment.ms", "1000"), 1))
                .isEmpty();
    }

    @Test
    void aTopicThatRefusesTheFutureOrTheWrongClockIsRefused() {
        NewTopic observations = contract(TOPICS.observations());
        NewTopic rejected = contract(TOPICS.rejected());

        assertThat(TopicContract.breaches(
                        observations, as(observations, "message.timestamp.after.max.ms", "3600000"), 1))
                .hasSize(1);
        assertThat(TopicContract.breaches(rejected, as(rejected, "message.timestamp.type", "CreateTime"), 1))
                .hasSize(1);
        assertThat(TopicContract.breaches(observations, as(observations, "cleanup.policy", "compact"), 1))
                .hasSize(1);
    }
}
