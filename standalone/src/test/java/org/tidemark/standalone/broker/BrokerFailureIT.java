package org.tidemark.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that fails while it runs: Kafka would halt the process without a word. */
class BrokerFailureIT {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void aLostDiskIsReportedAndDoesNotEndTheProcess() throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(directory, 0));
        broker.onFailure(heard::complete);

        replaceByFile(directory.resolve("kafka"));
        Clients.createTopic(broker.bootstrap(), "figures");

        assertThat(heard.get(20, TimeUnit.SECONDS))
                .startsWith("the broker in data directory " + directory + " failed: ")
                .contains(" for the details; if a start fails again, ")
                .doesNotContain("\n");
        long begun = System.nanoTime();
        broker.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void kafkaCannotEndTheProcess() {
        EmbeddedBroker.start(new EmbeddedBroker.Settings(directory, 0)).close();

        assertThatThrownBy(() -> Exit.halt(1, "all log dirs have failed")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Exit.exit(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFullDiskIsRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> DataDirectory.refuseWhenFull(DataPlace.of(directory), directory, (64L << 20) - 1))
                .isInstanceOf(BrokerStartException.class)
                .hasMessage("disk full: 63 MiB free for data directory %s, at least 64 MiB are needed; "
                                .formatted(directory)
                        + "free some space or choose another with --data-dir");
        DataDirectory.refuseWhenFull(DataPlace.of(directory), directory, 64L << 20);
    }

    @Test
    void aDiskThatFillsUpIsCalledFull() {
        IOException cause = new IOException("No space left on device");

        assertThat(Diagnosis.of(
                        directory,
                        DataPlace.of(directory),
                        "quorum controller: it failed",
                        new IllegalStateException("write", cause)))
                .isEqualTo("disk full: the broker cannot write to data directory " + directory
                        + "; free some space or choose another with --data-dir");
    }

    private static void replaceByFile(Path root) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(root)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
        Files.writeString(root, "");
    }
}
