package org.tidemark.producers.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.release.Load;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

class LogReaderTest {
    private static final Topics TOPICS = new Topics("test");
    private static final Codecs CODECS = Codecs.singleObject();

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final Map<String, Object> settingsUsed = new HashMap<>();
    private final LogReader reader = new LogReader(Map.of("security.protocol", "SSL"), settings -> {
        settingsUsed.putAll(settings);
        return consumer;
    });

    @Test
    void readsFromTheBeginningToWhereTheTopicEndedAtTheCall() {
        topic("t", 2);
        holds("t", 0, 0, "a0", "a1", "written while we read");
        holds("t", 1, 0, "b0");
        consumer.updateEndOffsets(Map.of(new TopicPartition("t", 0), 2L));

        assertThat(read("t")).containsExactlyInAnyOrder("a0", "a1", "b0");
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void offsetsThatAreNoLongerKeptAreNoReasonToWait() {
        topic("t", 1);
        holds("t", 0, 5, "a5");

        assertThat(read("t")).containsExactly("a5");
    }

    @Test
    void anEmptyTopicIsReadAtOnce() {
        topic("t", 1);
        holds("t", 0, 0);

        assertThat(read("t")).isEmpty();
    }

    @Test
    void readsOnlyWhatIsCommittedAndLeavesNoTrace() {
        topic("t", 1);
        holds("t", 0, 0);

        read("t");

        assertThat(settingsUsed)
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("allow.auto.create.topics", false)
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void aTopicThatIsNotThereIsSaidAndNotReadAsEmpty() {
        assertThatThrownBy(() -> read("t"))
                .isInstanceOf(PublishException.class)
                .hasMessage(
                        "topic t does not exist; make it with 'tidemark topics', or check --bootstrap and --prefix");
    }

    @Test
    void aClusterThatFallsSilentIsSaid() {
        topic("t", 1);
        holds("t", 0, 0, "a0");
        consumer.updateEndOffsets(Map.of(new TopicPartition("t", 0), 2L));

        assertThatThrownBy(() -> read("t"))
                .isInstanceOf(PublishException.class)
                .hasMessage("topic t: the cluster has told nothing more for 60 s; check that all its brokers are up");
    }

    @Test
    void whatTheClientThrowsIsOneLine() {
        topic("t", 1);
        holds("t", 0, 0, "a0");
        consumer.setPollException(new KafkaException("not allowed\nat all"));

        assertThatThrownBy(() -> read("t"))
                .isInstanceOf(PublishException.class)
                .hasMessage("topic t cannot be read: not allowed; check --bootstrap and that the cluster is up");
    }

    @Test
    void pastLoadsComeInTheOrderInWhichTheyWereNotedAndWhatIsNoneIsPassedOver() {
        Load open = load("00ff", false);
        Load closed = load("00ff", true);
        topic(TOPICS.loads(), 1);
        List<byte @Nullable []> values = new ArrayList<>();
        values.add(CODECS.loads().encode(open));
        values.add(new byte[] {1, 2, 3});
        values.add(null);
        values.add(CODECS.loads().encode(closed));
        holdsBytes(TOPICS.loads(), 0, 0, values);

        assertThat(reader.loads(TOPICS, CODECS)).containsExactly(open, closed);
    }

    @Test
    void pastFiguresAreThoseOfTheSourcesAskedFor() {
        Observation asked = figure("CHANGES");
        Observation other = figure("LAGGED");
        topic(TOPICS.observations(), 1);
        ReleaseEnd closing = new ReleaseEnd("DE", asked.batch(), 1, false, false);
        holdsBytes(
                TOPICS.observations(),
                0,
                0,
                Stream.of(asked, other, closing).map(CODECS.events()::encode).toList());
        List<Observation> told = new ArrayList<>();

        reader.observations(TOPICS, CODECS, Set.of("CHANGES"), told::add);

        assertThat(told).containsExactly(asked);
    }

    private List<String> read(String topic) {
        List<String> values = new ArrayList<>();
        reader.read(topic, record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
        return values;
    }

    private void topic(String name, int partitions) {
        List<PartitionInfo> infos = new ArrayList<>();
        Node node = new Node(0, "localhost", 9092);
        for (int p = 0; p < partitions; p++) {
            infos.add(new PartitionInfo(name, p, node, new Node[] {node}, new Node[] {node}));
        }
        consumer.updatePartitions(name, infos);
    }

    private void holds(String topic, int partition, long begin, String... values) {
        holdsBytes(
                topic,
                partition,
                begin,
                Arrays.stream(values).map(LogReaderTest::bytes).toList());
    }

    private void holdsBytes(String topic, int partition, long begin, List<byte @Nullable []> values) {
        TopicPartition at = new TopicPartition(topic, partition);
        consumer.updateBeginningOffsets(Map.of(at, begin));
        consumer.updateEndOffsets(Map.of(at, begin + values.size()));
        // The mock takes records only of partitions that are assigned.
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < values.size(); i++) {
                arrives(topic, partition, begin + i, values.get(i));
            }
        });
    }

    private void arrives(String topic, int partition, long offset, byte @Nullable [] value) {
        consumer.addRecord(new ConsumerRecord<>(topic, partition, offset, new byte[0], value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Load load(String hash, boolean closed) {
        return new Load(
                "LAGGED",
                hash,
                "f.csv",
                "plain-csv",
                null,
                closed,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>());
    }

    private static Observation figure(String source) {
        Instant published = PublicationDate.parse("2024-02-29");
        return new Observation(
                new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", source), Period.parse("2024-01")),
                1.5,
                null,
                "percent",
                PublishedBasis.LAG,
                ObservationStatus.NORMAL,
                new BatchId(source, source + "@2024-02-29", published, "00ff"),
                0,
                Instant.parse("2026-01-01T00:00:00Z"),
                null);
    }
}
