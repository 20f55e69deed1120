package org.tidemark.it;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.tidemark.alert.AlertEvent;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Assessment;
import org.tidemark.news.News;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.series.Event;
import org.tidemark.streams.topology.MonitorTopology;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import org.tidemark.wire.UndecodableException;

/** The topologies without a broker: events go in, and what was said of them comes out. */
public final class TopologyTarget implements AutoCloseable {
    private static final Topics TOPICS = new Topics("replay");
    private static final Codecs CODECS = Codecs.singleObject();

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> observations;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<News> news = new ArrayList<>();
    private final List<Assessment> judgements = new ArrayList<>();
    private final List<AlertEvent> alerts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<ReleaseOutcome> releases = new ArrayList<>();

    public TopologyTarget(Path stateDir) {
        Properties settings = new Properties();
        settings.setProperty(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(
                new MonitorTopology(TOPICS, TestSystem.CATALOGUE, CODECS, StoreKind.MEMORY).build(), settings);
        observations =
                driver.createInputTopic(TOPICS.observations(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    public void send(Event event) {
        observations.pipeInput(new TestRecord<>(
                event.economy().getBytes(StandardCharsets.UTF_8),
                CODECS.events().encode(event),
                null,
                Instant.ofEpochMilli(event.batch().published().toEpochMilli())));
    }

    /** Every estimate so far. */
    public List<Estimate> estimates() {
        return drained(TOPICS.estimates(), CODECS.estimates(), estimates);
    }

    public List<News> news() {
        return drained(TOPICS.news(), CODECS.news(), news);
    }

    public List<Assessment> judgements() {
        return drained(TOPICS.judgements(), CODECS.judgements(), judgements);
    }

    public List<AlertEvent> alerts() {
        return drained(TOPICS.alerts(), CODECS.alerts(), alerts);
    }

    public List<Rejection> rejections() {
        return drained(TOPICS.rejected(), CODECS.rejections(), rejections);
    }

    public List<ReleaseOutcome> releases() {
        return drained(TOPICS.releases(), CODECS.outcomes(), releases);
    }

    private <T> List<T> drained(String topic, Codec<T> codec, List<T> into) {
        driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .forEach(value -> into.add(decoded(codec, value)));
        return List.copyOf(into);
    }

    private static <T> T decoded(Codec<T> codec, byte[] value) {
        try {
            return codec.decode(value);
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
