package org.tidemark.bench.frame;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tidemark.bench.threads.ThreadLooks;
import org.tidemark.bench.threads.ThreadSeconds;
import org.tidemark.standalone.broker.EmbeddedBroker;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The same engine in the product's topology, in Flink, and in a loop without stores, from the same topic. */
@Command(
        name = "frame",
        mixinStandardHelpOptions = true,
        description = "Processor seconds of what carries the engine: Kafka Streams, Flink, a loop; outputs are compared.")
public final class FrameCommand implements Callable<Integer> {
    private static final Topics TOPICS = new Topics("frame");
    private static final String COMPILING = "compiling";

    @Option(names = "--figures", defaultValue = "200000", description = "How many figures (default ${DEFAULT-VALUE}).")
    private int figures;

    @Option(names = "--economies", defaultValue = "100", description = "How many economies (default ${DEFAULT-VALUE}).")
    private int economies;

    @Option(names = "--series", defaultValue = "10", description = "Series of each economy (default ${DEFAULT-VALUE}).")
    private int series;

    @Option(names = "--rounds", defaultValue = "3", description = "Runs of each frame (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--of",
            split = ",",
            defaultValue = "streams,flink,loop",
            description = "Which frames, by commas (default ${DEFAULT-VALUE}).")
    private List<String> of = List.of();

    @Option(
            names = "--flink-lib",
            defaultValue = "bench/target/flink-lib",
            description =
                    "Folder with the Kafka client that Flink's connector was built with (default ${DEFAULT-VALUE}).")
    private Path flinkLib = Path.of("");

    @Option(
            names = "--commit-ms",
            defaultValue = "1000",
            description = "Between two transactions or checkpoints of each (default ${DEFAULT-VALUE}).")
    private int commitMs;

    @Option(
            names = "--stores",
            defaultValue = "MEMORY",
            description = "Of Kafka Streams: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private StoreKind stores = StoreKind.MEMORY;

    @Spec
    private @Nullable CommandSpec spec;

    private @Nullable SaidRecords expected;

    /** Made by picocli. */
    public FrameCommand() {}

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("tidemark-frame");
        try (EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(directory, 0));
                Admin admin = Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()))) {
            TopicSetup.ensure(
                    Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()),
                    TOPICS,
                    TopicSetup.PARTITIONS_DEFAULT,
                    (short) 1);
            int made = produce(broker.bootstrap());
            out().printf(Locale.ROOT, "%d figures of %d series%n", made, economies * series);
            Map<String, List<SortedMap<String, Double>>> seconds = new TreeMap<>();
            for (int round = 0; round < rounds; round++) {
                for (String frame : inTurn(round)) {
                    FrameSetting setting = new FrameSetting(
                            broker.bootstrap(),
                            TOPICS,
                            "frame-%s-%d".formatted(frame, round),
                            Files.createTempDirectory(directory, frame),
                            commitMs,
                            stores);
                    seconds.computeIfAbsent(frame, n -> new ArrayList<>())
                            .add(measured(frame, setting, admin, round));
                }
            }
            tell(seconds);
            return 0;
        } finally {
            Folder.delete(directory);
        }
    }

    /** Each round begins with another, so that none always meets a cold machine. */
    private List<String> inTurn(int round) {
        List<String> frames = new ArrayList<>(of);
        Collections.rotate(frames, -round);
        return frames;
    }

    private int produce(String bootstrap) {
        MadeFigures world = new MadeFigures(economies, series);
        Codecs codecs = Codecs.singleObject();
        Map<String, Object> producing = new HashMap<>(Engines.PRODUCING);
        producing.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        producing.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producing.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        int made = 0;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producing)) {
            for (int week = 0; made < figures; week++) {
                made += world.week(week, event -> {
                    var unused = producer.send(MadeFigures.record(event, TOPICS, codecs));
                });
            }
        }
        return made;
    }

    private SortedMap<String, Double> measured(String frame, FrameSetting setting, Admin admin, int round)
            throws Exception {
        Map<TopicPartition, Long> first = SaidRecords.ends(admin, TOPICS);
        ThreadSeconds here = new ThreadSeconds(ProcessHandle.current().pid());
        SortedMap<String, Double> seconds;
        long began = System.nanoTime();
        try (ThreadLooks broker = ThreadLooks.at(here)) {
            seconds = new TreeMap<>(FrameProcess.run(frame, setting, flinkLib));
            seconds.put("broker", sum(broker.seconds()));
        }
        double wall = (System.nanoTime() - began) / 1e9;
        SaidRecords said = SaidRecords.between(setting.bootstrap(), first, SaidRecords.ends(admin, TOPICS));
        out().printf(
                        Locale.ROOT,
                        "round %d %-8s %6.1f s wall, %6.1f processor seconds, %6.1f without compiling %s; said %s%n",
                        round,
                        frame,
                        wall,
                        sum(seconds),
                        compiled(seconds),
                        seconds,
                        said.counts());
        out().flush();
        check(frame, said);
        return seconds;
    }

    private void check(String frame, SaidRecords said) {
        SaidRecords before = expected;
        if (before == null) {
            expected = said;
            return;
        }
        List<String> unlike = said.unlike(before);
        if (!unlike.isEmpty()) {
            throw new IllegalStateException("%s says other things than the first: %d keys differ, such as %s"
                    .formatted(frame, unlike.size(), unlike.get(0)));
        }
    }

    private void tell(Map<String, List<SortedMap<String, Double>>> seconds) {
        Map<String, Double> all = new TreeMap<>();
        Map<String, Double> without = new TreeMap<>();
        seconds.forEach((name, runs) -> {
            all.put(name, median(runs.stream().map(FrameCommand::sum).toList()));
            without.put(name, median(runs.stream().map(FrameCommand::compiled).toList()));
        });
        out().println("all outputs are equal");
        out().printf(Locale.ROOT, "medians of processor seconds: %s; without compiling: %s%n", all, without);
        all.keySet().forEach(peer -> ratio(peer, all, without));
    }

    private void ratio(String peer, Map<String, Double> all, Map<String, Double> without) {
        if (peer.equals("streams") || !all.containsKey("streams")) {
            return;
        }
        out().printf(
                        Locale.ROOT,
                        "%s / streams: %.2f; without compiling %.2f%n",
                        peer,
                        median(all, peer) / median(all, "streams"),
                        median(without, peer) / median(without, "streams"));
    }

    private static double median(Map<String, Double> seconds, String frame) {
        return Objects.requireNonNull(seconds.get(frame), frame);
    }

    private static double sum(SortedMap<String, Double> seconds) {
        return seconds.values().stream().mapToDouble(s -> s).sum();
    }

    private static double compiled(SortedMap<String, Double> seconds) {
        return sum(seconds) - seconds.getOrDefault(COMPILING, 0.0);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
    }
}
