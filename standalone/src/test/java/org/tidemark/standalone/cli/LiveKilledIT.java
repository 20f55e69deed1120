package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.JavaProcess;
import org.tidemark.release.Load;
import org.tidemark.standalone.broker.DataPlace;
import org.tidemark.standalone.broker.EmbeddedBroker;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** A live system that is killed while it receives and while it publishes says afterwards what it would have said. */
class LiveKilledIT {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final List<String> TABLES = List.of("estimates.csv", "news.csv", "alerts.csv");

    @TempDir
    private Path dir = Path.of("");

    private PlayedTracker tracker = PlayedTracker.start();

    @AfterEach
    void close() {
        tracker.close();
    }

    private JavaProcess up(String run, Path figures) throws IOException {
        return JavaProcess.start(
                dir.resolve(run),
                Tidemark.class.getName(),
                "up",
                "--live",
                "--port",
                "0",
                "--kafka-port",
                "0",
                "--data-dir",
                dir.resolve("data").toString(),
                "--data",
                figures.toString(),
                "--archive",
                dir.resolve("archive").toString(),
                "--catalogue",
                Files.writeString(dir.resolve("own.yaml"), tracker.endpoints()).toString(),
                "--allow-loopback",
                "--contact",
                "test@example.org",
                "--only",
                "made-us",
                "--only",
                "made-de");
    }

    @Test
    @DisplayName("killed as an answer comes and as it is published, 'up --live' says nothing twice and loses nothing")
    void killedTwice() throws Exception {
        Path figures = new Figures().firms("DK", "2022", 15.2, "2023-05-31").in(dir, "figures.csv");
        try (JavaProcess first = up("first", figures)) {
            first.await("the first question", () -> !tracker.asked().isEmpty());
            first.kill();
        }
        try (JavaProcess second = up("second", figures)) {
            String unused = second.awaitOut(text -> text.contains("figures received and published"));
            second.kill();
        }
        try (JavaProcess third = up("third", figures)) {
            URI told = URI.create(third.awaitOut(text -> text.contains("API      http"))
                            .replaceAll("(?s).*API +(http://[0-9.:]+)/.*", "$1")
                    + "/api/v1/estimates?economy=US,DE");
            third.await("the estimates of both files", () -> {
                String estimates = read(told);
                return estimates.contains("\"economy\":\"US\"") && estimates.contains("\"economy\":\"DE\"");
            });
            third.kill();
        }

        // Of each file at most two questions: one whose answer the first kill took, and the one that counted.
        assertThat(tracker.asked()).hasSizeBetween(2, 3);
        try (EmbeddedBroker broker = EmbeddedBroker.start(
                new EmbeddedBroker.Settings(DataPlace.named(dir.resolve("data"), "--data-dir"), 0))) {
            TopicContents contents =
                    new TopicContents(Map.of("bootstrap.servers", broker.bootstrap()), TOPICS, Codecs.singleObject());
            assertThat(contents.loads().stream()
                            .filter(load -> load.source().equals("INDEED_AI_POSTINGS"))
                            .filter(Load::closed)
                            .mapToLong(Load::sent)
                            .sum())
                    .isEqualTo(2 * 62);
            replay("topic", "--from-topic", "--bootstrap", broker.bootstrap());
        }
        replay("files", "--data", dir.resolve("archive").toString(), "--data", figures.toString());
        for (String table : TABLES) {
            assertThat(dir.resolve("files").resolve(table))
                    .as(table)
                    .hasSameTextualContentAs(dir.resolve("topic").resolve(table));
        }
        assertThat(Files.readString(dir.resolve("files/estimates.csv"))).contains(",US,", ",DE,", ",DK,");
    }

    private void replay(String out, String... how) {
        List<String> words =
                new ArrayList<>(List.of("replay", "--out", dir.resolve(out).toString()));
        words.addAll(List.of(how));
        CliRun run = CliRun.of(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.toString()).isZero();
    }

    private static String read(URI place) throws IOException {
        try (InputStream in = place.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
