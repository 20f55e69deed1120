package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.standalone.stored.Flipped;

/** Stores that are damaged on disk are thrown away and read again from the log, and the system says what it said. */
@ExtendWith(KafkaBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedStoreIT {
    private static final String PREFIX = "damaged";
    private static final int TRIES_MAX = 60;
    private static final int TRY_SECONDS = 2;

    private final TestBroker broker;
    private final Path dir;
    private final Path state;
    private String answer = "";
    private SortedMap<Integer, List<String>> estimates = new TreeMap<>();

    DamagedStoreIT(TestBroker broker, @TempDir Path dir) {
        this.broker = broker;
        this.dir = dir;
        this.state = dir.resolve("kept");
    }

    @BeforeAll
    void fill() throws Exception {
        Path file = new Figures().weekly(List.of("AT", "BE"), 30).in(dir, "figures.csv");
        try (TestSystem tidemark = TestSystem.onDisk(broker, PREFIX, state)) {
            tidemark.load(file);
            answer = answer(tidemark);
            estimates = tidemark.bytes(tidemark.topics().estimates());
        }
        assertThat(answer.lines().count()).isGreaterThan(2);
    }

    @AfterAll
    void nothingWasSaidTwice() throws Exception {
        try (TestSystem tidemark = TestSystem.onDisk(broker, PREFIX, state)) {
            tidemark.drain();
            assertThat(tidemark.bytes(tidemark.topics().estimates())).isEqualTo(estimates);
        }
    }

    private static String answer(TestSystem tidemark) throws Exception {
        return tidemark.get("/api/v1/estimates?format=csv").body();
    }

    private List<Path> stored(String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(state.resolve("state"))) {
            return all.filter(file -> file.toString().contains("/cell-state/"))
                    .filter(file -> String.valueOf(file.getFileName()).matches(suffix))
                    .filter(file -> file.toFile().length() > 0)
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"'.*[.]sst', true", "'MANIFEST.*', true", "'MANIFEST.*', false", "'CURRENT', false"})
    @DisplayName("R-corrupt-store: a start on damaged stores rebuilds them, whether their last stop was clean or not")
    void atTheStart(String files, boolean stoppedCleanly) throws Exception {
        List<Path> spoilt = stored(files);
        assertThat(spoilt).isNotEmpty();
        for (Path file : spoilt) {
            Flipped.bytes(file, 5);
        }
        if (!stoppedCleanly) {
            forgetCleanStop();
        }

        try (TestSystem tidemark = TestSystem.onDisk(broker, PREFIX, state)) {
            tidemark.drain();

            assertThat(answer(tidemark)).isEqualTo(answer);
            assertThat(tidemark.system().monitor().live().well()).isTrue();
        }
    }

    private void forgetCleanStop() throws IOException {
        try (Stream<Path> all = Files.list(state.resolve("state"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    @DisplayName("R-corrupt-store: damage that comes while it runs is seen, and the stores are rebuilt meanwhile")
    void whileItRuns() throws Exception {
        try (TestSystem tidemark = TestSystem.onDisk(broker, PREFIX, state)) {
            tidemark.drain();
            KafkaStreams before = tidemark.system().monitor().streams();
            CompletableFuture<KafkaStreams> rebuilt = new CompletableFuture<>();
            tidemark.system().monitor().onNewClient(rebuilt::complete);

            // A file counts as changed once it has been seen before: the first time may be too early.
            for (int tries = 0; tries < TRIES_MAX && !rebuilt.isDone(); tries++) {
                Flipped.bytes(stored(".*[.]sst").get(0), 5);
                rebuilt.copy()
                        .completeOnTimeout(before, TRY_SECONDS, TimeUnit.SECONDS)
                        .join();
            }

            assertThat(rebuilt).isCompleted();
            tidemark.drain();
            assertThat(answer(tidemark)).isEqualTo(answer);
        }
    }
}
