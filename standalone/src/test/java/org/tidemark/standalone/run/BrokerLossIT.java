package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.TestSystem;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Topics;

/** The embedded broker loses its disk while the system runs. */
class BrokerLossIT {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path dir = Path.of("");

    @Test
    void theSystemSaysSoAndWaitsForNothingAnyMore() throws Exception {
        SystemSettings settings =
                new SystemSettings(dir, 0, new Topics("tidemark"), StoreKind.MEMORY, 1, TestSystem.CATALOGUE);
        try (LocalSystem system = LocalSystem.start(settings)) {
            system.drain(behind -> {});

            replaceByFile(dir.resolve("broker/kafka"));
            makeATopic(system.connection());

            assertThat(system.failed().get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .startsWith("the broker in data directory " + dir.resolve("broker") + " failed: ");
            assertThatThrownBy(() -> system.drain(behind -> {})).isInstanceOf(SystemFailedException.class);
        }
    }

    /** Which makes the broker look at its disk. */
    private static void makeATopic(Map<String, Object> connection) throws Exception {
        try (Admin admin = Admin.create(connection)) {
            admin.createTopics(List.of(new NewTopic("figures", 1, (short) 1)))
                    .all()
                    .get();
        }
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
