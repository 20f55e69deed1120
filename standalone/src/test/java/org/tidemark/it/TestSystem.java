package org.tidemark.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.query.QueryServer;
import org.tidemark.api.query.QuerySources;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.producers.load.Loader;
import org.tidemark.standalone.report.Counts;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.streams.app.HealthCheck;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** The topologies on a test's broker, under a prefix of their own, with what a test asks of them. */
public final class TestSystem implements AutoCloseable {
    public static final int PARTITIONS = 2;

    private static final int LOOK_EVERY_MS = 20;

    public static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());

    private final LocalSystem system;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable QueryServer server;

    private TestSystem(LocalSystem system) {
        this.system = system;
    }

    /** State in memory. */
    public static TestSystem on(TestBroker broker, String name, Path dir) {
        return on(broker.bootstrap(), broker.name(name), dir, StoreKind.MEMORY);
    }

    public static TestSystem onDisk(TestBroker broker, String name, Path dir) {
        return on(broker.bootstrap(), broker.name(name), dir, StoreKind.DISK);
    }

    /** On several partitions, as few as that is: each of them costs every test a task with all stores. */
    public static TestSystem on(String bootstrap, String prefix, Path dir, StoreKind stores) {
        var unused =
                TopicSetup.ensure(Map.of("bootstrap.servers", bootstrap), new Topics(prefix), PARTITIONS, (short) 1);
        return new TestSystem(
                LocalSystem.on(bootstrap, new SystemSettings(dir, 0, new Topics(prefix), stores, 1, CATALOGUE)));
    }

    /** The whole system on a broker of its own, as {@code up --data-dir} runs it. */
    public static TestSystem own(Path dataDir) {
        return new TestSystem(LocalSystem.start(
                new SystemSettings(dataDir, 0, new Topics(Topics.DEFAULT_PREFIX), StoreKind.DISK, 1, CATALOGUE)));
    }

    public LocalSystem system() {
        return system;
    }

    public Topics topics() {
        return system.topics();
    }

    /** Sends the files and waits until the topologies have committed all of them. */
    public LoadReport load(Path... files) throws IOException, InterruptedException {
        LoadReport report = send(target -> target, files);
        drain();
        return report;
    }

    /** Sends the files through a target of the test's making, and does not wait. */
    public LoadReport send(Function<LoadTarget, LoadTarget> around, Path... files) throws IOException {
        try (KafkaTarget target = new KafkaTarget(system.connection(), topics(), Codecs.singleObject())) {
            return new Loader(
                            CATALOGUE,
                            Formats.all(CATALOGUE),
                            around.apply(target),
                            Clock.systemUTC(),
                            LoadProgress.SILENT)
                    .run(Inputs.of(List.of(files)), LoadSettings.ALL);
        }
    }

    public void drain() throws InterruptedException {
        system.drain(behind -> {});
    }

    public TopicContents contents() {
        return new TopicContents(system.connection(), topics(), Codecs.singleObject());
    }

    public Counts counts() {
        return Counts.of(contents().loads(), contents().releases());
    }

    /** The last estimate of each cell, by its key. */
    public SortedMap<String, Estimate> latest() {
        SortedMap<String, Estimate> latest = new TreeMap<>();
        contents().estimates().forEach(e -> latest.put(e.key().toString(), e));
        return latest;
    }

    /** As {@link #latest}, penetration only. */
    public SortedMap<String, Estimate> penetration() {
        SortedMap<String, Estimate> latest = latest();
        latest.keySet().removeIf(key -> !key.contains("|penetration|"));
        return latest;
    }

    /** Keys and values of a topic, byte for byte, by partition in the order of the log. */
    public SortedMap<Integer, List<String>> bytes(String topic) {
        SortedMap<Integer, List<String>> bytes = new TreeMap<>();
        new LogReader(system.connection())
                .read(topic, record -> bytes.computeIfAbsent(record.partition(), p -> new ArrayList<>())
                        .add(text(record.key()) + " " + text(record.value())));
        return bytes;
    }

    /**
     * As {@link #bytes}, by key in the order of the log: both halves of the flow write estimates and news, and in which
     * order they come to write them is nobody's promise.
     */
    public SortedMap<String, List<String>> bytesByKey(String topic) {
        SortedMap<String, List<String>> byKey = new TreeMap<>();
        bytes(topic).values().stream().flatMap(List::stream).forEach(record -> byKey.computeIfAbsent(
                        record.substring(0, record.indexOf(' ')), key -> new ArrayList<>())
                .add(record));
        return byKey;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "none" : Base64.getEncoder().encodeToString(bytes);
    }

    /** Records of a topic. */
    public long size(String topic) {
        return bytes(topic).values().stream().mapToLong(List::size).sum();
    }

    /** Asks the HTTP API, which listens from the first question on. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        QueryServer running = server;
        if (running == null) {
            QuerySources sources = system.sources();
            running = new QueryServer(HttpSettings.on(QueryServer.LOOPBACK), sources);
            running.start(0);
            server = running;
            awaitRehearsal(sources.health());
        }
        URI uri = URI.create("http://127.0.0.1:" + running.port() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Until then a scrape shows none of the estimates; whatever else is not ready is for the test to see. */
    private static void awaitRehearsal(HealthCheck health) throws InterruptedException {
        while (health.ready().why().contains("rehearsed")) {
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    public Map<String, Object> connection() {
        return system.connection();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        system.close();
    }
}
