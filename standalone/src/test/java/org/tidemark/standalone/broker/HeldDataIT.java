package org.tidemark.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.standalone.stored.Flipped;

/** One broker fills a directory; each test spoils a copy of it and starts on that. */
class HeldDataIT {
    private static final String OBSERVATIONS = "tidemark.observations";
    private static final String LOG = "00000000000000000000.log";
    private static final List<Instant> RECORDS = List.of(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    @TempDir
    private static Path dir = Path.of("");

    @TempDir
    private Path own = Path.of("");

    @BeforeAll
    static void fill() throws Exception {
        Path filled = dir.resolve("filled");
        try (EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(filled, 0))) {
            Clients.createTopic(broker.bootstrap(), OBSERVATIONS);
            Clients.send(broker.bootstrap(), OBSERVATIONS, RECORDS);
            assertThat(Clients.committed(broker.bootstrap(), OBSERVATIONS)).hasSize(3);
        }
    }

    /** What happens to the folder of Kafka. */
    private interface Fault {
        void in(Path kafka) throws IOException;
    }

    private static Arguments fault(String name, Fault fault, String said) {
        return Arguments.of(name, fault, said);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "bytes of the log of topics flipped",
                        kafka -> Flipped.bytes(kafka.resolve("__cluster_metadata-0/" + LOG), 20),
                        "__cluster_metadata-0/" + LOG + " is damaged at byte "),
                fault(
                        "one byte of it flipped",
                        kafka -> Flipped.bytes(kafka.resolve("__cluster_metadata-0/" + LOG), 1),
                        "__cluster_metadata-0/" + LOG + " is damaged at byte "),
                fault(
                        "the log of topics gone",
                        kafka -> delete(kafka.resolve("__cluster_metadata-0")),
                        "partition __cluster_metadata-0 is missing"),
                fault(
                        "the log of topics empty",
                        kafka -> cut(kafka.resolve("__cluster_metadata-0/" + LOG), 0),
                        "partition __cluster_metadata-0 ends at offset 0 and held records up to "),
                fault(
                        "bytes of figures flipped",
                        kafka -> Flipped.bytes(kafka.resolve(OBSERVATIONS + "-0/" + LOG), 3),
                        OBSERVATIONS + "-0/" + LOG + " is damaged at byte "),
                fault(
                        "figures cut off",
                        kafka -> cut(kafka.resolve(OBSERVATIONS + "-0/" + LOG), 100),
                        OBSERVATIONS + "-0/" + LOG + " is damaged at byte 89 (a record batch is cut off)"),
                fault(
                        "figures gone",
                        kafka -> delete(kafka.resolve(OBSERVATIONS + "-0")),
                        "partition tidemark.observations-0 is missing, which ended at offset 3"),
                fault(
                        "bytes of the groups' offsets flipped",
                        kafka -> Flipped.bytes(kafka.resolve("__consumer_offsets-0/" + LOG), 2),
                        "__consumer_offsets-0/" + LOG + " is damaged at byte "),
                fault(
                        "figures set aside",
                        kafka -> Files.move(
                                kafka.resolve(OBSERVATIONS + "-0"),
                                kafka.resolve(OBSERVATIONS + "-0.0123456789abcdef0123456789abcdef-stray")),
                        "partition tidemark.observations-0 was set aside by an earlier start"),
                fault("everything gone", HeldDataIT::delete, " is missing, which ended at offset "),
                fault(
                        "the note gone bad",
                        kafka -> Files.writeString(kafka.resolveSibling("held.json"), "{\"version\": 1, \"e"),
                        "held.json, which says what it held, cannot be read; delete that file if nothing else is wrong"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @DisplayName("R-metadata-log: a start on what has lost something is refused and changes nothing")
    void isRefused(String name, Fault fault, String said) throws Exception {
        Path spoilt = Flipped.copy(dir.resolve("filled"), own.resolve("spoilt"));
        withOffsets(spoilt);
        fault.in(spoilt.resolve("kafka"));
        SortedMap<String, Long> before = files(spoilt);

        assertThatThrownBy(() -> EmbeddedBroker.start(new EmbeddedBroker.Settings(spoilt, 0))
                        .close())
                .isInstanceOf(BrokerStartException.class)
                .hasMessageStartingWith("data directory %s does not hold what it held: ".formatted(spoilt))
                .hasMessageContaining(said)
                .hasMessageEndingWith("; nothing was changed; restore a backup")
                .message()
                .hasLineCount(1);

        assertThat(files(spoilt)).isEqualTo(before);
    }

    /** A topic whose records mean nothing here: what counts is that their bytes are whole. */
    private static void withOffsets(Path broker) throws IOException {
        Path folder = broker.resolve("kafka/__consumer_offsets-0");
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Files.copy(broker.resolve("kafka/%s-0/%s".formatted(OBSERVATIONS, LOG)), folder.resolve(LOG));
        }
    }

    @Test
    @DisplayName("R-metadata-log: half a batch that a kill has left is cut off as ever")
    void aTornEndIsNoDamage() throws Exception {
        Path killed = Flipped.copy(dir.resolve("filled"), own.resolve("killed"));
        Files.delete(killed.resolve("kafka/.kafka_cleanshutdown"));
        Path log = killed.resolve("kafka/%s-0/%s".formatted(OBSERVATIONS, LOG));
        byte[] batch = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(batch, 40), StandardOpenOption.APPEND);

        try (EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(killed, 0))) {
            assertThat(Clients.committed(broker.bootstrap(), OBSERVATIONS)).hasSize(3);
        }
    }

    private static void cut(Path log, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                // The lock's file and the folder are made by each start.
                Files.delete(file);
            }
        }
    }

    /** Names and sizes of all files but the lock, which each start writes. */
    private static SortedMap<String, Long> files(Path folder) throws IOException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                sizes.put(folder.relativize(file).toString(), Files.size(file));
            }
        }
        sizes.remove("broker.lock");
        return sizes;
    }
}
