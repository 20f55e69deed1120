package org.tidemark.producers.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.tidemark.release.Load;
import org.tidemark.series.BatchId;
import org.tidemark.series.Event;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Watermark;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import org.tidemark.wire.UndecodableException;

class KafkaTargetTest {
    private static final Topics TOPICS = new Topics("test");
    private static final Codecs CODECS = Codecs.singleObject();
    private static final Instant PUBLISHED = PublicationDate.parse("2024-02-29");
    private static final BatchId BATCH = new BatchId("LAGGED", "LAGGED@2024-02-29", PUBLISHED, "00ff");
    private static final Observation FIGURE = new Observation(
            new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "LAGGED"), Period.parse("2024-01")),
            1.5,
            null,
            "percent",
            PublishedBasis.LAG,
            ObservationStatus.NORMAL,
            BATCH,
            0,
            Instant.parse("2026-01-01T00:00:00Z"),
            null);

    private final MockProducer<byte[], byte[]> producer = producer(true);
    private final KafkaTarget target = target(producer);

    /** Words of two runs are not to be counted together. */
    @Test
    void theEndOfAnInstantIsSaidOnEveryPartitionAndARunEndsWithTheLast() throws UndecodableException {
        target.closed(Instant.parse("2024-02-01T00:00:00Z"), false);
        target.closed(Instant.parse("2024-03-01T00:00:00Z"), true);
        target.closed(Instant.parse("2024-01-01T00:00:00Z"), true);

        List<Watermark> said = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : producer.history()) {
            Watermark closing = CODECS.instantClosings().decode(record.value());
            assertThat(record.key()).isNull();
            assertThat(record.partition()).isEqualTo(closing.partition());
            assertThat(record.timestamp()).isEqualTo(closing.published().toEpochMilli());
            said.add(closing);
        }
        int partitions = target.partitions();
        assertThat(partitions).isEqualTo(2);
        assertThat(said).hasSize(3 * partitions);
        assertThat(said.subList(0, 2 * partitions))
                .extracting(Watermark::run)
                .containsOnly(said.get(0).run());
        assertThat(said.get(2 * partitions).run()).isNotEqualTo(said.get(0).run());
        assertThat(said.subList(partitions, 2 * partitions)).allMatch(Watermark::last);
    }

    @Test
    void anEventGoesUnderItsEconomyWithItsPublicationAsTimestamp() throws UndecodableException {
        ReleaseEnd closing = new ReleaseEnd("DE", BATCH, 1, false, true);
        target.send(FIGURE);
        target.send(closing);

        List<ProducerRecord<byte[], byte[]>> records = producer.history();
        assertThat(records).hasSize(2).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo("test.observations");
            assertThat(record.key()).isEqualTo("DE".getBytes(StandardCharsets.UTF_8));
            assertThat(record.timestamp()).isEqualTo(PUBLISHED.toEpochMilli());
            assertThat(record.partition()).isNull();
        });
        Event first = CODECS.events().decode(records.get(0).value());
        assertThat(first).isEqualTo(FIGURE);
        assertThat(CODECS.events().decode(records.get(1).value())).isEqualTo(closing);
    }

    @Test
    void aLoadIsNotedUnderItsSourceAndHash() throws UndecodableException {
        Load load = load(true);
        target.note(load);

        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("test.loads");
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("LAGGED|00ff");
        });
        assertThat(CODECS.loads().decode(producer.history().get(0).value())).isEqualTo(load);
    }

    @Test
    void aRejectionGoesUnderItsPlace() throws UndecodableException {
        byte[] original = {1, 2, 3};
        target.reject(
                new Rejection(RejectReason.BAD_NUMBER, "no number", "f.csv, line 3", null, null, null, null, original));

        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("test.rejected");
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("f.csv, line 3");
        });
        Rejection sent = CODECS.rejections().decode(producer.history().get(0).value());
        assertThat(sent.reason()).isEqualTo(RejectReason.BAD_NUMBER);
        assertThat(sent.original()).isEqualTo(original);
    }

    @Test
    void whatTheClusterRefusesLaterIsSaidWithTheNextRecordAndNothingMoreIsSent() {
        MockProducer<byte[], byte[]> slow = producer(false);
        KafkaTarget late = target(slow);
        late.send(FIGURE);
        slow.errorNext(new RecordTooLargeException("2 MB are too many\nby far"));

        assertRefused(() -> late.send(FIGURE), "2 MB are too many");
        assertRefused(() -> late.note(load(true)), "2 MB are too many");
        assertThat(slow.history()).hasSize(1);
    }

    @Test
    void whatIsNotAcknowledgedIsSaidAtTheFlush() {
        MockProducer<byte[], byte[]> slow = producer(false);
        KafkaTarget late = target(slow);
        late.send(FIGURE);
        slow.errorNext(new RecordTooLargeException("2 MB are too many"));

        assertRefused(late::flush, "2 MB are too many");
    }

    @Test
    void theFirstOfSeveralTroublesIsSaid() {
        MockProducer<byte[], byte[]> slow = producer(false);
        KafkaTarget late = target(slow);
        late.send(FIGURE);
        late.send(FIGURE);
        slow.errorNext(new RecordTooLargeException("the first"));
        slow.errorNext(new RecordTooLargeException("the second"));

        assertRefused(late::flush, "the first");
    }

    @Test
    void whatTheClientThrowsAtOnceIsSaidToo() {
        producer.sendException = new KafkaException("fenced");
        assertRefused(() -> target.send(FIGURE), "fenced");

        MockProducer<byte[], byte[]> broken = producer(true);
        broken.flushException = new KafkaException();
        assertRefused(target(broken)::flush, "KafkaException");
    }

    @Test
    void closingWaitsForWhatIsUnderWay() {
        target.close();

        assertThat(producer.closed()).isTrue();
    }

    @Test
    void everyRecordIsWrittenOnceAndToAllReplicasWhateverTheUserSets() {
        assertThat(KafkaTarget.settings(Map.of("acks", "0", "security.protocol", "SSL")))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void settingsThatMakeNoClientAreOneLine() {
        assertThatThrownBy(() -> new KafkaTarget(Map.of("bootstrap.servers", "no port"), TOPICS, CODECS))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("no port")
                .hasMessageContaining("; check --bootstrap");
    }

    private static void assertRefused(Runnable call, String why) {
        assertThatThrownBy(call::run)
                .isInstanceOf(PublishException.class)
                .hasMessage(
                        "the cluster refused a record: %s; mend that and load the same files again, nothing is doubled"
                                .formatted(why));
    }

    private static Load load(boolean closed) {
        return new Load(
                "LAGGED",
                "00ff",
                "f.csv",
                "plain-csv",
                PUBLISHED,
                closed,
                1,
                new TreeMap<>(Map.of("EMPTY", 2L)),
                new TreeMap<>(),
                new TreeSet<>(List.of("DE")));
    }

    private static KafkaTarget target(MockProducer<byte[], byte[]> producer) {
        return new KafkaTarget(producer, new LogReader(Map.of()), TOPICS, CODECS);
    }

    private static MockProducer<byte[], byte[]> producer(boolean autoComplete) {
        List<PartitionInfo> partitions = List.of(
                new PartitionInfo(TOPICS.observations(), 0, Node.noNode(), new Node[0], new Node[0]),
                new PartitionInfo(TOPICS.observations(), 1, Node.noNode(), new Node[0], new Node[0]));
        Cluster cluster = new Cluster(null, List.of(), partitions, Set.of(), Set.of());
        return new MockProducer<>(cluster, autoComplete, null, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
