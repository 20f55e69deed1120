package org.tidemark.producers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
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

/** An observations topic in whatever order it was filled, played in the order of history. */
class TopicPlayerTest {
    private static final Topics TOPICS = new Topics("live");
    private static final Codecs CODECS = Codecs.singleObject();
    private static final int PARTITIONS = 2;

    @TempDir
    private Path folder = Path.of("");

    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> held = new HashMap<>();
    private final LogReader reader = new LogReader(Map.of(), settings -> consumer());
    private final List<Object> played = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();

    @Test
    void whatWasPublishedFirstIsPlayedFirstWhateverTheOrderOfArrival() {
        sends("AT", "2024-03-01", "b", 0, "2024-02");
        closes("AT", "2024-03-01", "b", 1, false);
        sends("BE", "2024-02-01", "a", 0, "2024-01");
        closes("BE", "2024-02-01", "a", 1, false);
        sends("AT", "2024-02-01", "a", 0, "2024-01");
        closes("AT", "2024-02-01", "a", 1, false);

        play(LoadSettings.ALL);

        assertThat(played)
                .containsExactly(
                        figure("AT", "2024-02-01", "a", 0, "2024-01"),
                        closing("AT", "2024-02-01", "a", 1, false, false),
                        figure("BE", "2024-02-01", "a", 0, "2024-01"),
                        closing("BE", "2024-02-01", "a", 1, false, false),
                        figure("AT", "2024-03-01", "b", 0, "2024-02"),
                        closing("AT", "2024-03-01", "b", 1, false, false));
    }

    /** Those that the topic holds were said of other runs. */
    @Test
    void instantsAreEndedAnewAndTheOldEndsAreNotPlayed() {
        sends("AT", "2024-02-01", "a", 0, "2024-01");
        closes("AT", "2024-02-01", "a", 1, false);
        Watermark.onEach("live", PublicationDate.parse("2024-02-01"), PARTITIONS, true)
                .forEach(closing -> add(
                        TOPICS.observations(),
                        closing.partition(),
                        millis("2024-02-01"),
                        "",
                        CODECS.instantClosings().encode(closing)));
        sends("BE", "2024-02-01", "b", 0, "2024-01");
        closes("BE", "2024-02-01", "b", 1, false);
        sends("AT", "2024-03-01", "c", 0, "2024-02");
        closes("AT", "2024-03-01", "c", 1, false);

        play(LoadSettings.ALL);

        assertThat(played).hasSize(6).noneMatch(TopicRecord.class::isInstance);
        assertThat(closed)
                .containsExactly("2024-02-01T23:59:59.999Z after 4", "2024-03-01T23:59:59.999Z after 6, last");
    }

    @Test
    void whatIsBeyondTheInstantAskedForEndsNothing() {
        sends("AT", "2024-02-01", "a", 0, "2024-01");
        closes("AT", "2024-02-01", "a", 1, false);
        sends("AT", "2024-03-01", "c", 0, "2024-02");
        closes("AT", "2024-03-01", "c", 1, false);

        play(new LoadSettings(false, PublicationDate.parse("2024-02-15"), null, false));

        assertThat(closed).containsExactly("2024-02-01T23:59:59.999Z after 2, last");
    }

    @Test
    void releasesOfOneInstantAreOneUpdateThoughTheyWereLoadedOneByOne() {
        sends("AT", "2024-02-01", "b", 0, "2024-01");
        closes("AT", "2024-02-01", "b", 1, false);
        sends("AT", "2024-02-01", "a", 0, "2023-12");
        closes("AT", "2024-02-01", "a", 1, true);

        play(LoadSettings.ALL);

        assertThat(played)
                .contains(closing("AT", "2024-02-01", "a", 1, true, true))
                .last()
                .isEqualTo(closing("AT", "2024-02-01", "b", 1, false, false));
    }

    @Test
    void whatWasSentTwiceIsPlayedOnceAndWhatWasHalfSentIsCompletedByWhatCameAfter() {
        sends("AT", "2024-02-01", "a", 0, "2024-01");
        sends("AT", "2024-02-01", "a", 0, "2024-01");
        sends("AT", "2024-02-01", "a", 1, "2023-12");
        closes("AT", "2024-02-01", "a", 2, false);
        sends("AT", "2024-02-01", "a", 0, "2024-01");
        sends("AT", "2024-02-01", "a", 1, "2023-12");
        closes("AT", "2024-02-01", "a", 2, false);
        sends("AT", "2024-02-01", "a", 0, "2024-01");

        LoadReport report = play(LoadSettings.ALL);

        assertThat(played)
                .containsExactly(
                        figure("AT", "2024-02-01", "a", 0, "2024-01"),
                        figure("AT", "2024-02-01", "a", 1, "2023-12"),
                        closing("AT", "2024-02-01", "a", 2, false, false));
        assertThat(report.sent()).isEqualTo(2);
    }

    @Test
    void whatIsNotKnownYetIsLeftOutWhole() {
        sends("AT", "2024-02-01", "a", 0, "2024-01");
        closes("AT", "2024-02-01", "a", 1, false);
        sends("AT", "2024-03-01", "a", 0, "2024-02");
        closes("AT", "2024-03-01", "a", 1, false);

        LoadReport report = play(new LoadSettings(false, PublicationDate.parse("2024-02-29"), null, false));

        assertThat(played)
                .containsExactly(
                        figure("AT", "2024-02-01", "a", 0, "2024-01"),
                        closing("AT", "2024-02-01", "a", 1, false, false));
        assertThat(report.leftOut()).isEqualTo(1);
        assertThat(report.loads().get(0).skipped()).containsEntry(LoadReport.LEFT_OUT, 1L);
    }

    @Test
    void figuresOfLaterPeriodsAreDroppedAndTheClosingCountsTheOthers() {
        sends("AT", "2024-03-01", "a", 0, "2024-02");
        sends("AT", "2024-03-01", "a", 1, "2024-01");
        closes("AT", "2024-03-01", "a", 2, true);
        sends("BE", "2024-03-01", "a", 0, "2024-02");
        closes("BE", "2024-03-01", "a", 1, false);

        play(new LoadSettings(false, null, LocalDate.parse("2024-01-31"), false));

        assertThat(played)
                .containsExactly(
                        figure("AT", "2024-03-01", "a", 0, "2024-01"),
                        closing("AT", "2024-03-01", "a", 1, false, false));
    }

    @Test
    void whatCannotBeReadAndWhatContradictsItsAddressGoOnAsTheyAre() {
        add(TOPICS.observations(), 1, millis("2024-01-15"), "AT", "garbage".getBytes(StandardCharsets.UTF_8));
        sends("AT", "2024-02-01", "a", 0, "2024-01");
        closes("AT", "2024-02-01", "a", 1, false);
        byte[] strayed = CODECS.events().encode(figure("BE", "2024-02-01", "a", 0, "2024-01"));
        add(TOPICS.observations(), 0, millis("2024-02-01"), "AT", strayed);

        play(LoadSettings.ALL);

        assertThat(played).hasSize(4);
        assertThat(((TopicRecord) played.get(0)).value()).isEqualTo("garbage".getBytes(StandardCharsets.UTF_8));
        assertThat(((TopicRecord) played.get(3)).value()).isEqualTo(strayed);
    }

    @Test
    void whatAProducerRefusedIsToldAgainOnceAndWhatTheTopologiesRefusedIsLeftToThem() {
        Rejection own = rejection("made.csv, line 3");
        add(TOPICS.rejected(), 0, 0, own.place(), CODECS.rejections().encode(own));
        add(TOPICS.rejected(), 0, 0, own.place(), CODECS.rejections().encode(own));
        add(TOPICS.rejected(), 0, 0, "AT", CODECS.rejections().encode(rejection("topic live.observations, offset 3")));

        play(LoadSettings.ALL);

        assertThat(rejected).singleElement().extracting(Rejection::place).isEqualTo("made.csv, line 3");
    }

    @Test
    void countsOfALoadAreThoseThatItsProducerNoted() {
        Load noted = new Load(
                "S",
                "a",
                "made.csv",
                "plain-csv",
                null,
                true,
                1,
                new TreeMap<>(Map.of("EMPTY", 3L)),
                new TreeMap<>(),
                new TreeSet<>(Set.of("AT")));
        add(TOPICS.loads(), 0, 0, "S|a", CODECS.loads().encode(noted));
        sends("AT", "2024-02-01", "a", 0, "2024-01");
        closes("AT", "2024-02-01", "a", 1, false);

        assertThat(play(LoadSettings.ALL).loads()).containsExactly(noted);
    }

    private LoadReport play(LoadSettings settings) {
        TopicEnds ends = TopicEnds.now(reader, TOPICS);
        try (TopicHistory history =
                TopicHistory.read(reader, ends.observations(), CODECS, folder, LoadProgress.SILENT)) {
            return new TopicPlayer(reader, CODECS, ends, LoadProgress.SILENT).play(history, settings, new Played());
        }
    }

    private void sends(String economy, String published, String load, int ordinal, String period) {
        event(figure(economy, published, load, ordinal, period, Instant.parse("2026-01-01T00:00:00Z")));
    }

    private void closes(String economy, String published, String load, int sent, boolean complete) {
        event(closing(economy, published, load, sent, complete, false));
    }

    private void event(Event event) {
        int partition = event.economy().equals("AT") ? 0 : 1;
        add(
                TOPICS.observations(),
                partition,
                event.batch().published().toEpochMilli(),
                event.economy(),
                CODECS.events().encode(event));
    }

    private void add(String topic, int partition, long timestamp, String key, byte[] value) {
        List<ConsumerRecord<byte[], byte[]>> records =
                held.computeIfAbsent(new TopicPartition(topic, partition), p -> new ArrayList<>());
        records.add(new ConsumerRecord<>(
                topic,
                partition,
                records.size(),
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty()));
    }

    private MockConsumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        for (String topic : List.of(TOPICS.observations(), TOPICS.loads(), TOPICS.rejected())) {
            List<PartitionInfo> infos = new ArrayList<>();
            for (int p = 0; p < PARTITIONS; p++) {
                TopicPartition partition = new TopicPartition(topic, p);
                List<ConsumerRecord<byte[], byte[]>> records = held.getOrDefault(partition, List.of());
                infos.add(new PartitionInfo(topic, p, Node.noNode(), new Node[0], new Node[0]));
                consumer.updateBeginningOffsets(Map.of(partition, 0L));
                consumer.updateEndOffsets(Map.of(partition, (long) records.size()));
                consumer.schedulePollTask(() -> {
                    if (consumer.assignment().contains(partition)) {
                        records.forEach(consumer::addRecord);
                    }
                });
            }
            consumer.updatePartitions(topic, infos);
        }
        return consumer;
    }

    private static long millis(String day) {
        return PublicationDate.parse(day).toEpochMilli();
    }

    private static BatchId batch(String published, String load) {
        return new BatchId("S", "S@" + published, PublicationDate.parse(published), load);
    }

    private static Observation figure(String economy, String published, String load, int ordinal, String period) {
        return figure(economy, published, load, ordinal, period, PublicationDate.parse(published));
    }

    private static Observation figure(
            String economy, String published, String load, int ordinal, String period, Instant received) {
        return new Observation(
                new FigureId(new SeriesId("adoption.firms.any_use", economy, "TOTAL", "S"), Period.parse(period)),
                1.5,
                null,
                "percent",
                PublishedBasis.STATED,
                ObservationStatus.NORMAL,
                batch(published, load),
                ordinal,
                received,
                null);
    }

    private static ReleaseEnd closing(
            String economy, String published, String load, int sent, boolean complete, boolean more) {
        return new ReleaseEnd(economy, batch(published, load), sent, complete, more);
    }

    private static Rejection rejection(String place) {
        return new Rejection(RejectReason.BAD_NUMBER, "no number", place, null, null, null, null, new byte[] {1});
    }

    /** Keeps what it is sent. */
    private final class Played implements RelayTarget {
        @Override
        public PastLoads pastLoads() {
            return new PastLoads(List.of());
        }

        @Override
        public PastFigures pastFigures(Set<String> sources) {
            return new PastFigures();
        }

        @Override
        public void note(Load load) {
            // In the report.
        }

        @Override
        public void send(Event event) {
            played.add(event);
        }

        @Override
        public void relay(TopicRecord record) {
            played.add(record);
        }

        @Override
        public void closed(Instant published, boolean last) {
            closed.add("%s after %d%s".formatted(published, played.size(), last ? ", last" : ""));
        }

        @Override
        public void closed(Watermark closing) {
            throw new AssertionError("a player says it of every partition");
        }

        @Override
        public int partitions() {
            return 1;
        }

        @Override
        public void reject(Rejection rejection) {
            rejected.add(rejection);
        }

        @Override
        public void flush() {
            // Everything is there at once.
        }
    }
}
