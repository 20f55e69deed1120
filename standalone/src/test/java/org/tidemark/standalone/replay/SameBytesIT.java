package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.JavaProcess;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.PostingsSlice;
import org.tidemark.it.RealData;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.wire.Codecs;

/** However the same history is played, every file that it leaves has the same bytes. */
@ExtendWith(KafkaBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameBytesIT {
    private static final String DAY = "2024-02-15";

    private final TestBroker broker;
    private final Path dir;
    private final Path[] data;
    private final CompletableFuture<Played> resumed;
    private final Played played;

    SameBytesIT(TestBroker broker, @TempDir Path dir) throws Exception {
        this.broker = broker;
        this.dir = dir;
        this.data = files().toArray(Path[]::new);
        // It mostly waits, until the broker and the group have given up what was killed; the others go on meanwhile.
        this.resumed = CompletableFuture.supplyAsync(this::killedAndResumed);
        this.played = Played.all(dir.resolve("played"), 1, data);
    }

    /** Everything that may become of a figure: accepted, revised, late, withdrawn, doubled, refused, in conflict. */
    private List<Path> files() throws IOException {
        Path weekly = new Figures()
                .weekly(List.of("AT", "BE", "CZ"), 30)
                .firms("AT", "2023-03-06/2023-03-12", 9.9, DAY)
                .firms("BE", "2023-05-01/2023-05-07", 140, DAY)
                .firms("CZ", "2022", 11, DAY)
                .firms("CZ", "2022", 12, DAY)
                .row("nonsense.thing,EE,TOTAL,2023,1,percent,2024-02-15,MADE")
                .row("adoption.firms.any_use,EE,TOTAL,2023,1\u0007,percent,2024-02-15,MADE")
                .in(dir, "weekly.csv");
        // At the instants of the first file too, so that two releases are one update.
        Path yearly = new Figures()
                .firms("AT", "2021", 4.0, "2022-01-31")
                .firms("AT", "2022", 5.5, "2023-01-12")
                .firms("AT", "2021", 4.5, DAY)
                .firms("BE", "2022", 7.0, "2023-01-12")
                .in(dir, "yearly.csv");
        List<Path> files = new ArrayList<>(List.of(weekly, yearly));
        if (RealData.isThere()) {
            // Two deliveries of a complete source, of which the second revises and adds.
            for (String name : List.of("AI_posting.2025-05-19.csv", "AI_posting.2025-06-18.csv")) {
                Path file = RealData.at("indeed-ai-postings").resolve(name);
                files.add(PostingsSlice.of(file, dir, line -> line.matches("2025-0[3-9]-..,AU,.*")));
            }
        }
        return files;
    }

    @BeforeAll
    void everythingHappens() throws IOException {
        assertThat(played.told().counts().addUp()).isTrue();
        assertThat(played.estimates()).hasSizeGreaterThan(100);
        assertThat(played.text("rejected.csv"))
                .contains("UNKNOWN_INDICATOR", "OUT_OF_RANGE", "CONFLICTING", "BAD_NUMBER");
    }

    private void assertSameBytes(Played other) throws IOException {
        assertThat(other.run("output")).isEqualTo(played.run("output"));
        assertThat(other.run("counts").get("add_up").asBoolean()).isTrue();
    }

    @Test
    void againWithTwoThreadsAndTheFilesInAnotherOrder() throws Exception {
        List<Path> reversed = new ArrayList<>(List.of(data));
        Collections.reverse(reversed);

        Played again = Played.all(dir.resolve("again"), 2, reversed.toArray(Path[]::new));

        assertSameBytes(again);
        assertThat(again.run("input")).isEqualTo(played.run("input"));
        assertThat(again.run("counts")).isEqualTo(played.run("counts"));
    }

    @Test
    void killedInTheMiddleAndStartedAgain() throws Exception {
        Played again = resumed.get();

        assertSameBytes(again);
        assertThat(again.run("counts")).isEqualTo(played.run("counts"));
        assertThat(again.run("unhashed").get("gone_on").asBoolean()).isTrue();
        assertThatThrownBy(() -> Played.of(settings("resumed"), work(), data[0]))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(
                        "--work %s holds a replay with other input; give what it was begun with, or name another folder"
                                .formatted(dir.resolve("work")));
    }

    private Played killedAndResumed() {
        try (JavaProcess process = ReplayProcess.start(dir.resolve("work"), data)) {
            process.kill();
            return Played.of(settings("resumed"), work(), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Playback work() {
        return new Playback(Speed.MAX, Ticker.SYSTEM, true, dir.resolve("work"), (life, system) -> {});
    }

    @Test
    void fromTheTopicOfAClusterThatLoadedTheSameFiles() throws Exception {
        try (TestSystem cluster = TestSystem.on(broker, "cluster", dir.resolve("cluster"))) {
            for (Path file : data) {
                cluster.send(target -> target, file);
            }
            cluster.send(target -> target, data[0]);
            TopicSource source = new TopicSource(cluster.connection(), cluster.topics(), Codecs.singleObject());

            Played fromTopic = Played.of(settings("from-topic"), source);
            assertSameBytes(fromTopic);
            assertThat(fromTopic.run("counts").get("read"))
                    .isEqualTo(played.run("counts").get("read"));
            assertThat(fromTopic.run("input").get("partitions")).hasSize(TestSystem.PARTITIONS);
        }
    }

    private ReplaySettings settings(String out) {
        return new ReplaySettings(TestSystem.CATALOGUE, dir.resolve(out), null, null, false, 1);
    }
}
