package org.tidemark.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.internals.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
    private static final String ANY_TIME = "9223372036854775807";
    private static final String NEVER = "9223372036854775807";
    private static final String WEEK = "604800000";

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final Map<String, NewTopic> definitions =
            topics.definitions(6, (short) 3).stream().collect(Collectors.toMap(NewTopic::name, Function.identity()));

    @Test
    void theTopicsAreNamedUnderThePrefix() {
        assertThat(definitions.keySet())
                .containsExactlyInAnyOrder(
                        "tidemark.observations",
                        "tidemark.releases",
                        "tidemark.judgements",
                        "tidemark.rejected",
                        "tidemark.estimates",
                        "tidemark.estimates.latest",
                        "tidemark.news",
                        "tidemark.alerts",
                        "tidemark.panels",
                        "tidemark.loads",
                        "tidemark.models",
                        "tidemark.pushes");
        assertThat(definitions.keySet())
                .contains(
                        topics.observations(),
                        topics.releases(),
                        topics.judgements(),
                        topics.rejected(),
                        topics.estimates(),
                        topics.estimatesLatest(),
                        topics.news(),
                        topics.alerts(),
                        topics.loads());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tidemark.observations",
                "tidemark.releases",
                "tidemark.judgements",
                "tidemark.estimates",
                "tidemark.news",
                "tidemark.alerts"
            })
    void historyIsKeptForEverAtTheTimeItWasPublished(String topic) {
        assertThat(configs(topic))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1")
                .containsEntry("message.timestamp.type", "CreateTime")
                .containsEntry("message.timestamp.after.max.ms", ANY_TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tidemark.estimates.latest", "tidemark.loads"})
    void theLatestOfEachKeyIsKeptByCompaction(String topic) {
        assertThat(configs(topic))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("message.timestamp.type", "CreateTime")
                .containsEntry("message.timestamp.after.max.ms", ANY_TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tidemark.observations", "tidemark.releases", "tidemark.estimates", "tidemark.estimates.latest"})
    void aDecadeOfPublicationDatesDoesNotBeginASegmentForEveryWeek(String topic) {
        assertThat(configs(topic)).containsEntry("segment.ms", NEVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tidemark.rejected", "tidemark.loads"})
    void whatIsStampedWhenItIsSentBeginsASegmentEveryWeekSoThatOldOnesCanGo(String topic) {
        assertThat(configs(topic)).containsEntry("segment.ms", WEEK);
    }

    @Test
    void theOpenSegmentOfTheLatestStaysSmallSinceItIsNeverCompacted() {
        assertThat(configs("tidemark.estimates.latest")).containsEntry("segment.bytes", "67108864");
    }

    @Test
    void whatWasRejectedIsKept90DaysFromItsArrival() {
        assertThat(configs("tidemark.rejected"))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "7776000000")
                .containsEntry("retention.bytes", "-1")
                .containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void whatIsKeyedByEconomyHasTheSameNumberOfPartitionsSoThatNothingIsRepartitioned() {
        assertThat(List.of(
                        topics.observations(),
                        topics.releases(),
                        topics.estimates(),
                        topics.estimatesLatest(),
                        topics.news(),
                        topics.alerts(),
                        topics.rejected()))
                .allSatisfy(
                        topic -> assertThat(definition(topic).numPartitions()).isEqualTo(6));
        assertThat(definition(topics.loads()).numPartitions()).isEqualTo(1);
    }

    @Test
    void everyTopicIsReplicatedAsAsked() {
        assertThat(definitions.values())
                .allSatisfy(topic -> assertThat(topic.replicationFactor()).isEqualTo((short) 3));
    }

    @Test
    void twoPrefixesShareNoTopic() {
        List<String> replay = new Topics("tidemark-replay")
                .definitions(1, (short) 1).stream().map(NewTopic::name).toList();

        assertThat(definitions.keySet()).doesNotContainAnyElementsOf(replay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "tidemark", "tidemark-2026.07", "0a_b"})
    void aLegalPrefixGivesNamesThatKafkaTakes(String prefix) {
        assertThat(new Topics(prefix).definitions(1, (short) 1))
                .extracting(NewTopic::name)
                .allSatisfy(name -> assertThat(Topic.isValid(name)).isTrue());
    }

    @Test
    void theLongestPrefixGivesNamesThatKafkaTakes() {
        assertThat(new Topics("x".repeat(100)).definitions(1, (short) 1))
                .extracting(NewTopic::name)
                .allSatisfy(name -> assertThat(Topic.isValid(name)).isTrue());
        assertThatIllegalArgumentException().isThrownBy(() -> new Topics("x".repeat(101)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "_a", "-a", "Tidemark", "a b", "a/b", "a\n", "ä"})
    void anyOtherPrefixIsRefusedWithWhatToWrite(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topics(prefix))
                .withMessageStartingWith("topic prefix '")
                .withMessageEndingWith("': write lower case letters, digits, dots and dashes, 100 at most")
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    private NewTopic definition(String topic) {
        return java.util.Objects.requireNonNull(definitions.get(topic), topic);
    }

    private Map<String, String> configs(String topic) {
        return definition(topic).configs();
    }
}
