package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.JavaProcess;
import org.tidemark.it.TestSystem;
import org.tidemark.it.TinyDisk;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.Loader;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** A disk that fills up under a running system: slowly, so that it stops in time, and at once, so that it ends. */
class FullDiskIT {
    private static final int DISK_MIB = 160;
    private static final long TOO_LITTLE_BYTES = 20L << 20;
    private static final Pattern KAFKA = Pattern.compile("Kafka +(\\S+)");
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    @TempDir
    private Path dir = Path.of("");

    private @Nullable TinyDisk disk;

    @BeforeEach
    void mount() throws Exception {
        disk = TinyDisk.of(DISK_MIB, dir).orElse(null);
        Assumptions.assumeTrue(disk != null, "skipped: no file system can be mounted here (Linux, unshare, root)");
    }

    private TinyDisk disk() {
        return Objects.requireNonNull(disk, "mounted first");
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    private JavaProcess up(Path figures, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("up", "--data", figures.toString()));
        arguments.addAll(List.of("--data-dir", disk().inside().resolve("data").toString()));
        arguments.addAll(List.of("--port", "0", "--kafka-port", "0"));
        arguments.addAll(List.of(more));
        return JavaProcess.startBy(
                disk().runner(), dir.resolve("run"), Tidemark.class.getName(), arguments.toArray(new String[0]));
    }

    private static String bootstrap(JavaProcess up) throws Exception {
        Matcher where = KAFKA.matcher(up.awaitOut(text -> KAFKA.matcher(text).find()));
        assertThat(where.find()).isTrue();
        return where.group(1);
    }

    private static CliRun ingest(Path file, String bootstrap, String seconds) {
        return CliRun.of("ingest", file.toString(), "--bootstrap", bootstrap, "--timeout", seconds);
    }

    /** As a producer that is not ours: it looks at no note. */
    private static void sendWithoutAsking(Path file, String bootstrap) {
        try (KafkaTarget target =
                new KafkaTarget(Map.of("bootstrap.servers", bootstrap), TOPICS, Codecs.singleObject())) {
            LoadReport unused = new Loader(
                            TestSystem.CATALOGUE,
                            Formats.all(TestSystem.CATALOGUE),
                            target,
                            Clock.systemUTC(),
                            LoadProgress.SILENT)
                    .run(Inputs.of(List.of(file)), LoadSettings.ALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long loads(String bootstrap) {
        long[] count = {0};
        new LogReader(Map.of("bootstrap.servers", bootstrap)).read(TOPICS.loads(), record -> count[0]++);
        return count[0];
    }

    @Test
    @DisplayName(
            "R-disk-96m: while there is no room an ingest of another process waits with one line, and then goes on")
    void whoPublishesWaitsForRoom() throws Exception {
        Path first = new Figures().firms("DK", "2023", 20, "2024-01-31").in(dir, "first.csv");
        Path more = new Figures().firms("DK", "2024", 22, "2025-01-31").in(dir, "more.csv");
        try (JavaProcess up = up(first)) {
            String bootstrap = bootstrap(up);
            long before = loads(bootstrap);
            Path filler = disk().fillUpTo(TOO_LITTLE_BYTES);
            up.await("its line that the disk is almost full", () -> up.err().contains("disk almost full: "));

            CliRun refused = ingest(more, bootstrap, "1");

            assertThat(refused.exit()).isEqualTo(ErrorLine.FAILED);
            assertThat(refused.err().lines().toList()).hasSize(2).satisfies(lines -> {
                assertThat(lines.get(0))
                        .startsWith("tidemark: disk almost full: ")
                        .endsWith("; waiting up to 1 s, nothing more is sent meanwhile");
                assertThat(lines.get(1)).contains("there was no room within 1 s, so not all is sent: free some space");
            });
            assertThat(loads(bootstrap)).isEqualTo(before);

            CompletableFuture<CliRun> waiting = CompletableFuture.supplyAsync(() -> ingest(more, bootstrap, "120"));
            Files.delete(filler);

            CliRun done = waiting.get(3, TimeUnit.MINUTES);
            assertThat(done.out()).contains("1 read, 1 accepted");
            assertThat(done.exit()).isZero();
        }
    }

    @Test
    @DisplayName(
            "E04-disk-full-and-noexec: a disk that is full at once ends the system with one line, and it comes back whole")
    void aDiskThatIsFullAtOnce() throws Exception {
        Path first = new Figures().firms("DK", "2023", 20, "2024-01-31").in(dir, "first.csv");
        Path filler;
        try (JavaProcess up = up(first)) {
            String bootstrap = bootstrap(up);
            filler = disk().fillUpTo(0);
            Path many = new Figures().weekly(List.of("DK", "DE"), 200).in(dir, "many.csv");
            CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> sendWithoutAsking(many, bootstrap));

            assertThat(up.awaitEnd()).isEqualTo(ErrorLine.FAILED);

            assertThat(up.err().lines().filter(line -> line.contains("disk full: ")))
                    .singleElement()
                    .asString()
                    .contains("disk full: the broker cannot write to data directory ")
                    .contains("; free some space or ");
            assertThat(up.err()).doesNotContain("please report it").doesNotContain("\tat ");
        }
        Files.delete(filler);

        try (JavaProcess again = up(first, "--data", dir.resolve("many.csv").toString(), "--once")) {
            assertThat(again.awaitEnd()).as(again.err()).isZero();
            assertThat(again.out()).contains("401 read, 401 accepted, 0 skipped, 0 rejected");
        }
    }
}
