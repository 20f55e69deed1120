package org.tidemark.standalone.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.kafka.ForeignRecords;
import org.tidemark.standalone.stored.Damage;
import org.tidemark.standalone.stored.StoredRecord;
import org.tidemark.standalone.stored.StoredTopics;
import org.tidemark.standalone.stored.WholeFile;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;
import org.tidemark.wire.UndecodableException;

/**
 * Saves what cannot be computed again: figures with the decisions on them, the loads, and what readers refused. It reads the
 * files of the broker, so that a system that runs is saved as well as one that cannot start any more.
 */
public final class Backup {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final Codecs CODECS = Codecs.singleObject();
    private static final int TRIES = 3;

    private final Path dataDir;
    private final String program;

    public Backup(Path dataDir, String program) {
        this.dataDir = dataDir;
        this.program = program;
    }

    /**
     * What was saved.
     *
     * @param observations records with figures, ends of releases and decisions
     * @param damages what could not be read and is not in it
     * @param passedOver what Tidemark did not write and is not in it: one line for each topic. What others wrote among the
     *     observations is in it, since it is refused with its bytes
     * @param running whether the system ran meanwhile
     */
    public record Saved(
            Path file,
            long observations,
            long loads,
            long bytes,
            List<Damage> damages,
            List<String> passedOver,
            boolean running) {
        public Saved {
            passedOver = List.copyOf(passedOver);
            damages = List.copyOf(damages);
        }
    }

    /**
     * Saves it in a file, or under a name with the instant in a folder.
     *
     * @throws IOException in one line; no part of a file stays
     */
    public Saved to(Path target, Instant now) throws IOException {
        StoredTopics stored = StoredTopics.in(dataDir);
        int partitions = stored.partitions(TOPICS.observations());
        if (partitions == 0) {
            throw new IOException(
                    "data directory %s holds no topic %s; check --data-dir".formatted(dataDir, TOPICS.observations()));
        }
        Path file = Files.isDirectory(target) ? target.resolve(name(now)) : target;
        try (FileChannel lock = lock()) {
            return save(
                    stored,
                    file,
                    new BackupHeader(program, Codecs.schemaRelease(), now.toString(), partitions),
                    lock == null);
        }
    }

    private static String name(Instant now) {
        return "tidemark-%s.backup".formatted(now.toString().replace(":", "").replaceFirst("\\..*Z", "Z"));
    }

    /** The broker's own lock, so that none starts meanwhile; null while one runs. */
    private @Nullable FileChannel lock() throws IOException {
        FileChannel channel = FileChannel.open(
                dataDir.resolve("broker").resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // A broker of this process.
        }
        channel.close();
        return null;
    }

    private Saved save(StoredTopics stored, Path file, BackupHeader header, boolean running) throws IOException {
        AtomicLong observations = new AtomicLong();
        List<Damage> damages = new ArrayList<>();
        ForeignRecords foreign = new ForeignRecords();
        // Loads first: while it runs, no load is in it whose figures are not.
        List<StoredRecord> loads = loads(stored, damages, foreign);
        try {
            WholeFile.write(file, out -> {
                BackupWriter writer = new BackupWriter(out, header);
                loads.forEach(record -> writer.write(Fact.LOADS, record));
                damages.addAll(
                        stored.read(TOPICS.rejected(), refusedByReaders(foreign, r -> writer.write(Fact.REJECTED, r))));
                damages.addAll(stored.read(TOPICS.observations(), record -> {
                    writer.write(Fact.OBSERVATIONS, record);
                    observations.incrementAndGet();
                }));
                long unused = writer.finish();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        // The end of a log that is being written is no damage.
        List<Damage> told = running ? List.of() : damages;
        return new Saved(file, observations.get(), loads.size(), Files.size(file), told, foreign.lines(), running);
    }

    /** A topic that is compacted may change its files under a reader. */
    private static List<StoredRecord> loads(StoredTopics stored, List<Damage> damages, ForeignRecords foreign)
            throws IOException {
        for (int tries = 1; ; tries++) {
            List<StoredRecord> loads = new ArrayList<>();
            try {
                damages.addAll(stored.read(TOPICS.loads(), record -> {
                    if (isLoad(record, foreign)) {
                        loads.add(record);
                    }
                }));
                return loads;
            } catch (NoSuchFileException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static boolean isLoad(StoredRecord record, ForeignRecords foreign) {
        try {
            return record.value() == null || CODECS.loads().decode(record.value()) != null;
        } catch (UndecodableException e) {
            foreign.note(record.topic(), record.partition(), record.offset(), e);
            return false;
        }
    }

    /** Readers reject under the place, the topologies under the key as received. */
    private static Consumer<StoredRecord> refusedByReaders(ForeignRecords foreign, Consumer<StoredRecord> each) {
        return record -> {
            try {
                Rejection rejection =
                        record.value() == null ? null : CODECS.rejections().decode(record.value());
                if (rejection != null
                        && Arrays.equals(record.key(), rejection.place().getBytes(StandardCharsets.UTF_8))) {
                    each.accept(record);
                }
            } catch (UndecodableException e) {
                foreign.note(record.topic(), record.partition(), record.offset(), e);
            }
        };
    }
}
