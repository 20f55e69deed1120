package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorTopologyTest {
    private static final String GOLDEN = "/topology/monitor.txt";

    @Test
    void theFlowIsTheOneThatWasReviewed() throws IOException {
        String described = new MonitorTopology(Flow.TOPICS, Flow.CATALOGUE, Flow.CODECS, StoreKind.MEMORY)
                .build()
                .describe()
                .toString();

        Path actual =
                Files.writeString(Files.createDirectories(Path.of("target")).resolve("monitor.txt"), described);

        assertThat(described)
                .as(
                        "the topology changed; when it should, copy %s to src/test/resources%s and commit both",
                        actual, GOLDEN)
                .isEqualTo(golden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "US-CA", "WORLD", "FR", "EU27"})
    void anEstimateLiesOnThePartitionOfItsEconomysObservations(String economy) {
        int observed = BuiltInPartitioner.partitionForKey(economy.getBytes(StandardCharsets.UTF_8), 12);

        assertThat(Sinks.partitionOf(economy, 12)).contains(Set.of(observed));
    }

    private static String golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(MonitorTopologyTest.class.getResourceAsStream(GOLDEN))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
