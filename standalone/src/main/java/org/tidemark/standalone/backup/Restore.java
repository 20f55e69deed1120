package org.tidemark.standalone.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.standalone.broker.DataPlace;
import org.tidemark.standalone.broker.EmbeddedBroker;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** Makes a new data directory of a backup: the facts at their places, from which the next start computes all else. */
public final class Restore {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    private final Path file;
    private final Path dataDir;

    public Restore(Path file, Path dataDir) {
        this.file = file;
        this.dataDir = dataDir;
    }

    /** What came back. */
    public record Restored(long observations, long loads, String created) {}

    /**
     * Restores into a directory that is empty or not there. It gets its name when all is in it.
     *
     * @throws IOException in one line
     */
    public Restored run() throws IOException {
        refuseUnlessNew();
        // The whole file once before anything is made of it.
        CheckedBackup checked = new CheckedBackup();
        long records = new BackupReader(file).read(checked);
        BackupHeader header = Objects.requireNonNull(checked.header, "a backup that was read has one");
        if (header.schema() > Codecs.schemaRelease()) {
            throw new UnreadableFileException("%s was written by %s, which is later than this; use that version"
                    .formatted(file, header.program()));
        }
        Path part = dataDir.resolveSibling(dataDir.getFileName() + ".restoring");
        delete(part);
        try {
            fill(part, header, records);
            Files.deleteIfExists(dataDir);
            Path unused = Files.move(part, dataDir, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            delete(part);
            throw e;
        }
        return new Restored(
                checked.counts.getOrDefault(Fact.OBSERVATIONS, 0L),
                checked.counts.getOrDefault(Fact.LOADS, 0L),
                header.created());
    }

    private void refuseUnlessNew() throws IOException {
        if (!Files.exists(dataDir)) {
            return;
        }
        if (!Files.isDirectory(dataDir)) {
            throw new UnreadableFileException(
                    "%s is a file, not a directory; name a new one with --data-dir".formatted(dataDir));
        }
        try (Stream<Path> children = Files.list(dataDir)) {
            if (children.findAny().isPresent()) {
                throw new UnreadableFileException(
                        "data directory %s is not empty, and nothing is restored over what is there; name a new one with --data-dir"
                                .formatted(dataDir));
            }
        }
    }

    private void fill(Path part, BackupHeader header, long records) throws IOException {
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(new EmbeddedBroker.Settings(DataPlace.named(part, "--data-dir"), 0))) {
            Map<String, Object> connection = new HashMap<>(Map.of("bootstrap.servers", broker.bootstrap()));
            var unused = TopicSetup.ensure(connection, TOPICS, header.partitions(), (short) 1);
            connection.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            connection.put(ProducerConfig.ACKS_CONFIG, "all");
            try (KafkaProducer<byte[], byte[]> producer =
                    new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer())) {
                Sender sender = new Sender(producer);
                long sent = new BackupReader(file).read(sender);
                producer.flush();
                sender.failIfRefused();
                if (sent != records) {
                    throw new UnreadableFileException("%s changed while it was read; try again".formatted(file));
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** Counts, and sends nothing. */
    private static final class CheckedBackup implements BackupReader.Taker {
        private final Map<Fact, Long> counts = new EnumMap<>(Fact.class);
        private @Nullable BackupHeader header;

        @Override
        public void header(BackupHeader is) {
            header = is;
        }

        @Override
        public void record(Fact fact, int partition, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {
            counts.merge(fact, 1L, Long::sum);
        }
    }

    /** Sends each record to where it lay, with its time. */
    private record Sender(Producer<byte[], byte[]> producer, AtomicReference<@Nullable Exception> failure)
            implements BackupReader.Taker {
        Sender(Producer<byte[], byte[]> producer) {
            this(producer, new AtomicReference<>());
        }

        @Override
        public void header(BackupHeader is) {
            // It decided how many partitions there are.
        }

        @Override
        public void record(Fact fact, int partition, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {
            // Refusals are keyed, and their partition is of no account.
            Integer place = fact == Fact.REJECTED ? null : (Integer) partition;
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(fact.topic(TOPICS), place, Math.max(0, timestamp), key, value), (done, e) -> {
                        if (e != null) {
                            failure.compareAndSet(null, e);
                        }
                    });
        }

        void failIfRefused() throws IOException {
            Exception e = failure.get();
            if (e != null) {
                throw new IOException("a record was not taken: %s".formatted(e.getMessage()), e);
            }
        }
    }
}
