package org.tidemark.streams.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.store.EngineTable;
import org.tidemark.engine.store.RejectionStore;
import org.tidemark.engine.store.StoreSlot;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Assessment;
import org.tidemark.news.News;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.series.Event;
import org.tidemark.streams.state.MarkedStore;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.validate.Rejection;
import org.tidemark.version.Derivation;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import org.tidemark.wire.UndecodableException;

/** The whole topology without a broker, with real codecs and the shipped catalogue: what goes in, and what comes out. */
final class Flow implements AutoCloseable {
    static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    static final Codecs CODECS = Codecs.singleObject();

    private static final String PENETRATION = "|penetration|";

    private final StoreKind kind;
    private final boolean everything;
    private final Path directory = newDirectory();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> observations;
    private final TestInputTopic<byte[], byte[]> refused;
    private final TestOutputTopic<String, byte[]> estimates;
    private final TestOutputTopic<String, byte[]> latest;
    private final TestOutputTopic<String, byte[]> news;
    private final TestOutputTopic<String, byte[]> rejected;
    private final TestOutputTopic<String, byte[]> releases;
    private final TestOutputTopic<String, byte[]> judgements;
    private final TestOutputTopic<String, byte[]> alerts;
    private final SortedMap<String, byte[]> compacted = new TreeMap<>();

    /** One that shows penetration only, of all estimates that it writes. */
    Flow(StoreKind kind) {
        this(kind, CATALOGUE);
    }

    Flow(StoreKind kind, Catalogue catalogue) {
        this(kind, catalogue, false);
    }

    /** One that shows every estimate, those of several indicators too. */
    static Flow ofEverything(StoreKind kind) {
        return new Flow(kind, CATALOGUE, true);
    }

    /** One in which figures are believed as they come, at a time of the clock. */
    static Flow live(StoreKind kind, Instant clock) {
        return new Flow(kind, CATALOGUE, false, clock);
    }

    private Flow(StoreKind kind, Catalogue catalogue, boolean everything) {
        this(kind, catalogue, everything, null);
    }

    private Flow(StoreKind kind, Catalogue catalogue, boolean everything, @Nullable Instant clock) {
        this(kind, catalogue, everything, clock, Derivation.NONE);
    }

    private Flow(
            StoreKind kind, Catalogue catalogue, boolean everything, @Nullable Instant clock, Derivation derivation) {
        this.kind = kind;
        this.everything = everything;
        MonitorTopology topology =
                new MonitorTopology(TOPICS, catalogue, CODECS, kind, FlowListener.NONE, new Rederivation(derivation));
        driver = clock == null
                ? new TopologyTestDriver(topology.build(), stateIn(directory))
                : new TopologyTestDriver(topology.buildLive(), stateIn(directory), clock);
        observations =
                driver.createInputTopic(TOPICS.observations(), new ByteArraySerializer(), new ByteArraySerializer());
        refused = driver.createInputTopic(TOPICS.rejected(), new ByteArraySerializer(), new ByteArraySerializer());
        estimates = output(TOPICS.estimates());
        latest = output(TOPICS.estimatesLatest());
        news = output(TOPICS.news());
        rejected = output(TOPICS.rejected());
        releases = output(TOPICS.releases());
        judgements = output(TOPICS.judgements());
        alerts = output(TOPICS.alerts());
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("flow");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties stateIn(Path directory) {
        Properties settings = new Properties();
        settings.setProperty(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        return settings;
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    Flow send(ReleaseSent... sent) {
        for (ReleaseSent release : sent) {
            release.events().forEach(this::send);
        }
        return this;
    }

    Flow send(List<? extends Event> events) {
        events.forEach(this::send);
        return this;
    }

    Flow send(Event event) {
        return send(event.economy(), CODECS.events().encode(event), event.at().toEpochMilli());
    }

    Flow send(@Nullable String key, byte @Nullable [] value, long timestamp) {
        byte[] rawKey = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        observations.pipeInput(new TestRecord<>(rawKey, value, null, Instant.ofEpochMilli(timestamp)));
        return this;
    }

    /** Puts on the topic of the rejected what a producer refused. */
    Flow refuse(byte[] value) {
        refused.pipeInput(new TestRecord<>(new byte[] {1}, value, null, Instant.EPOCH));
        return this;
    }

    /** What is kept and counted of the topic of the rejected. */
    RejectionStore refusals() {
        return RejectionStore.reading(tables(), CODECS);
    }

    /** The stores, for reading. */
    StoreAccess tables() {
        return this::table;
    }

    /** Estimates written since the last call. */
    List<Estimate> estimates() {
        return estimateRecords().stream()
                .map(r -> decoded(CODECS.estimates(), r.value()))
                .toList();
    }

    List<TestRecord<String, byte[]>> estimateRecords() {
        return shown(estimates.readRecordsToList());
    }

    private List<TestRecord<String, byte[]>> shown(List<TestRecord<String, byte[]>> records) {
        return records.stream()
                .filter(r -> everything || r.key().contains(PENETRATION))
                .toList();
    }

    /** Records of the compacted topic since the last call of this or {@link #latest}. */
    List<TestRecord<String, byte[]>> latestRecords() {
        List<TestRecord<String, byte[]>> records = shown(latest.readRecordsToList());
        for (TestRecord<String, byte[]> record : records) {
            if (record.value() == null) {
                compacted.remove(record.key());
            } else {
                compacted.put(record.key(), record.value());
            }
        }
        return records;
    }

    /** What compaction leaves of the latest estimates, as bytes in hexadecimal. */
    SortedMap<String, String> latestBytes() {
        latestRecords();
        SortedMap<String, String> bytes = new TreeMap<>();
        compacted.forEach((key, value) -> bytes.put(key, HexFormat.of().formatHex(value)));
        return bytes;
    }

    SortedMap<String, Estimate> latest() {
        latestRecords();
        SortedMap<String, Estimate> decoded = new TreeMap<>();
        compacted.forEach((key, value) -> decoded.put(key, decoded(CODECS.estimates(), value)));
        return decoded;
    }

    /** News written since the last call, of all estimates. */
    List<News> news() {
        return news.readRecordsToList().stream()
                .map(r -> decoded(CODECS.news(), r.value()))
                .toList();
    }

    List<TestRecord<String, byte[]>> rejectedRecords() {
        return rejected.readRecordsToList();
    }

    List<Rejection> rejections() {
        return rejectedRecords().stream()
                .map(r -> decoded(CODECS.rejections(), r.value()))
                .toList();
    }

    List<ReleaseOutcome> outcomes() {
        return outcomeRecords().stream()
                .map(r -> decoded(CODECS.outcomes(), r.value()))
                .toList();
    }

    /** What was judged since the last call. */
    List<Assessment> judgements() {
        return judgements.readRecordsToList().stream()
                .map(r -> decoded(CODECS.judgements(), r.value()))
                .toList();
    }

    /** What was said to analysts since the last call. */
    List<AlertEvent> alerts() {
        return alerts.readRecordsToList().stream()
                .map(r -> decoded(CODECS.alerts(), r.value()))
                .toList();
    }

    List<TestRecord<String, byte[]>> alertRecords() {
        return alerts.readRecordsToList();
    }

    List<TestRecord<String, byte[]>> outcomeRecords() {
        return releases.readRecordsToList();
    }

    static <T> T decoded(Codec<T> codec, byte[] bytes) {
        try {
            return codec.decode(bytes);
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    List<KeyValue<Bytes, byte[]>> entries(String store) {
        List<KeyValue<Bytes, byte[]>> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = table(store).all()) {
            all.forEachRemaining(entries::add);
        }
        return entries;
    }

    List<String> stores() {
        return driver.getAllStateStores().keySet().stream().sorted().toList();
    }

    private KeyValueStore<Bytes, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** The entries of a table, or of a store. */
    private ReadOnlyKeyValueStore<Bytes, byte[]> table(String name) {
        StoreSlot slot = EngineTable.slot(name);
        return slot.isShared() ? new MarkedStore(slot.mark(), store(slot.store())) : store(slot.store());
    }

    /** One that remembers what it derives with. */
    static Flow deriving(StoreKind kind, Catalogue catalogue, Derivation derivation) {
        return new Flow(kind, catalogue, true, null, derivation);
    }

    /** Another instance with this one's state that derives with something else, and has had the time for it. */
    Flow restarted(Catalogue catalogue, Derivation derivation) {
        Flow next = deriving(kind, catalogue, derivation);
        for (String name : stores()) {
            entries(name).forEach(entry -> next.store(name).put(entry.key, entry.value));
        }
        return next;
    }

    /** Gives the tasks the time in which they do what no record asks of them. */
    Flow pass(Duration time) {
        driver.advanceWallClockTime(time);
        return this;
    }

    /** Another instance that begins with this one's state, as if restored from the changelogs. */
    Flow restarted() {
        return restarted(CATALOGUE);
    }

    Flow restarted(Catalogue catalogue) {
        Flow next = new Flow(kind, catalogue, everything);
        for (String name : stores()) {
            entries(name).forEach(entry -> next.store(name).put(entry.key, entry.value));
        }
        return next;
    }

    @Override
    public void close() {
        driver.close();
        try {
            Utils.delete(directory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
