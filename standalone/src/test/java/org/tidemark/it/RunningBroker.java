package org.tidemark.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;
import org.tidemark.standalone.broker.EmbeddedBroker;

/** The one broker of a test run; JUnit closes it with the root of its store. */
record RunningBroker(String bootstrap, List<AutoCloseable> parts) implements AutoCloseable {
    private static final DockerImageName IMAGE = DockerImageName.parse("apache/kafka:4.3.1");

    static RunningBroker of(KafkaBroker.Kind kind) {
        return kind == KafkaBroker.Kind.CONTAINER ? container() : embedded();
    }

    private static RunningBroker embedded() {
        try {
            Path directory = Files.createTempDirectory("tidemark-it");
            EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(directory, 0));
            return new RunningBroker(broker.bootstrap(), List.of(broker, () -> delete(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the embedded broker where a test can tell the difference. */
    private static RunningBroker container() {
        KafkaContainer container = new KafkaContainer(IMAGE)
                .withEnv("KAFKA_LOG_MESSAGE_TIMESTAMP_AFTER_MAX_MS", Long.toString(Long.MAX_VALUE))
                .withEnv("KAFKA_LOG_RETENTION_MS", "-1")
                .withEnv("KAFKA_LOG_ROLL_MS", Long.toString(Long.MAX_VALUE))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        container.start();
        return new RunningBroker(container.getBootstrapServers(), List.of(container));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }
}
