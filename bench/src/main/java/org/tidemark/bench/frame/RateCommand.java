package org.tidemark.bench.frame;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tidemark.bench.threads.ThreadLooks;
import org.tidemark.bench.threads.ThreadSeconds;
import org.tidemark.estimate.Estimate;
import org.tidemark.standalone.broker.EmbeddedBroker;
import org.tidemark.streams.app.Monitor;
import org.tidemark.streams.app.MonitorSettings;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import org.tidemark.wire.UndecodableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether one monitor keeps up with releases that arrive at a steady rate, and how long each waits for its estimates. */
@Command(
        name = "rate",
        mixinStandardHelpOptions = true,
        description = "Delay from a release to its estimates, while releases arrive at a steady rate for a bounded time.")
public final class RateCommand implements Callable<Integer> {
    private static final Topics TOPICS = new Topics("rate");
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double BILLION = 1e9;
    private static final int PARTS = 4;

    @Option(names = "--releases", defaultValue = "100", description = "Releases a second (default ${DEFAULT-VALUE}).")
    private int releases;

    @Option(names = "--figures", defaultValue = "5", description = "Figures of each (default ${DEFAULT-VALUE}).")
    private int figures;

    @Option(names = "--economies", defaultValue = "50", description = "How many economies (default ${DEFAULT-VALUE}).")
    private int economies;

    @Option(names = "--seconds", defaultValue = "60", description = "For how long, 600 at most (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--commit-ms",
            defaultValue = "" + MonitorSettings.COMMIT_INTERVAL_DEFAULT_MS,
            description = "Between two transactions (default ${DEFAULT-VALUE}).")
    private int commitMs;

    @Spec
    private @Nullable CommandSpec spec;

    private final Delays delays = new Delays();
    private volatile boolean sentAll;

    /** Made by picocli. */
    public RateCommand() {}

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("tidemark-rate");
        try (EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(directory, 0))) {
            TopicSetup.ensure(
                    Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()),
                    TOPICS,
                    TopicSetup.PARTITIONS_DEFAULT,
                    (short) 1);
            MonitorSettings settings = MonitorSettings.of(broker.bootstrap(), TOPICS, directory.resolve("state"))
                    .withCommitIntervalMs(commitMs);
            try (Monitor monitor = Monitor.of(settings, Engines.CATALOGUE, Codecs.singleObject());
                    ThreadLooks looks = ThreadLooks.at(new ThreadSeconds(ProcessHandle.current().pid()))) {
                monitor.start();
                measure(broker.bootstrap());
                out().printf("processor seconds by thread: %s%n", looks.seconds());
            }
            return 0;
        } finally {
            Folder.delete(directory);
        }
    }

    private void measure(String bootstrap) throws InterruptedException, UndecodableException {
        Thread sending = new Thread(() -> send(bootstrap), "bench-sends");
        sending.start();
        int expected = Math.min(seconds, 600) * releases * figures;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap)) {
            long looked = System.nanoTime();
            long saidLast = System.nanoTime();
            int before = 0;
            while ((!sentAll || System.nanoTime() - saidLast < POLL.toNanos() * 100 || delays.count() < expected)
                    && System.nanoTime() - saidLast < PATIENCE.toNanos()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Estimate said = Codecs.singleObject().estimates().decode(record.value());
                    delays.said(said.key().economy(), said.asOf());
                    saidLast = System.nanoTime();
                }
                if (System.nanoTime() - looked > 5 * BILLION) {
                    int now = delays.count();
                    out().printf(Locale.ROOT, "%d estimates, %.0f a second%n", now, (now - before)
                            * BILLION / (System.nanoTime() - looked));
                    out().flush();
                    before = now;
                    looked = System.nanoTime();
                }
            }
        }
        sending.join();
        tell();
    }

    /** One release after another, each at its time; what is late is caught up with, so that the rate stands. */
    private void send(String bootstrap) {
        MadeFigures world = new MadeFigures(economies, figures);
        Codecs codecs = Codecs.singleObject();
        Map<String, Object> producing = new HashMap<>(Engines.PRODUCING);
        producing.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producing.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        producing.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producing.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producing)) {
            long began = System.nanoTime();
            int all = Math.min(seconds, 600) * releases;
            for (int i = 0; i < all; i++) {
                long due = began + (long) (i * BILLION / releases);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                String economy = world.economy(i % economies);
                Instant published = MadeFigures.published(i / economies);
                delays.sent(economy, published);
                world.release(economy, i / economies, event -> {
                    var unused = producer.send(MadeFigures.record(event, TOPICS, codecs));
                });
            }
            out().printf(Locale.ROOT, "%d releases in %.1f s%n", all, (System.nanoTime() - began) / BILLION);
        } finally {
            sentAll = true;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class));
        List<TopicPartition> partitions = consumer.partitionsFor(TOPICS.estimates()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** In parts of equal size, so that a backlog that grows is seen. */
    private void tell() {
        int count = delays.count();
        for (int part = 0; part < PARTS; part++) {
            int from = count * part / PARTS;
            int to = count * (part + 1) / PARTS;
            out().printf(
                            Locale.ROOT,
                            "estimates %d to %d: p50 %.0f ms, p99 %.0f ms%n",
                            from,
                            to,
                            delays.quantile(0.5, from, to),
                            delays.quantile(0.99, from, to));
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
    }
}
