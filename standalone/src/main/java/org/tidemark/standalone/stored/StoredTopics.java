package org.tidemark.standalone.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Reads topics from the files of a broker, which may run, stand still, or be too damaged to start. */
public final class StoredTopics {
    private final Path kafka;

    private StoredTopics(Path kafka) {
        this.kafka = kafka;
    }

    /**
     * Those below a data directory.
     *
     * @throws IOException in one line, when there is none
     */
    public static StoredTopics in(Path dataDir) throws IOException {
        Path kafka = dataDir.resolve("broker").resolve("kafka");
        if (!Files.isDirectory(kafka)) {
            throw new IOException("data directory %s holds no broker; check --data-dir".formatted(dataDir));
        }
        return new StoredTopics(kafka);
    }

    /**
     * Hands on what can be read of a topic, partition by partition in the order of each. What Kafka has set aside comes
     * before what was made anew in its place.
     *
     * @return every damage that was passed over
     */
    public List<Damage> read(String topic, Consumer<StoredRecord> each) throws IOException {
        List<Damage> damages = new ArrayList<>();
        for (PartitionFolder folder : folders(topic)) {
            damages.addAll(folder.salvage(each));
        }
        return damages;
    }

    /** How many partitions a topic has; 0 where it has no folder. */
    public int partitions(String topic) throws IOException {
        return folders(topic).stream()
                .mapToInt(f -> f.partition().number() + 1)
                .max()
                .orElse(0);
    }

    private List<PartitionFolder> folders(String topic) throws IOException {
        return PartitionFolder.in(kafka).stream()
                .filter(folder -> folder.partition().topic().equals(topic))
                .sorted(Comparator.comparingInt(
                                (PartitionFolder f) -> f.partition().number())
                        .thenComparing(f -> !f.setAside()))
                .toList();
    }
}
