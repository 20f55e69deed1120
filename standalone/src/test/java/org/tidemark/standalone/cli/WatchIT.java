package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.it.Figures;
import org.tidemark.it.JavaProcess;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.watch.Archive;
import org.tidemark.producers.watch.AskingLimits;
import org.tidemark.producers.watch.Fetcher;
import org.tidemark.producers.watch.Keys;
import org.tidemark.producers.watch.Watch;
import org.tidemark.release.Load;
import org.tidemark.standalone.watch.LoadingPublisher;
import org.tidemark.standalone.watch.WatchTally;
import org.tidemark.wire.Codecs;

/** A publisher on this machine speaks several times; what arrives is what a replay of the archive makes of it. */
@ExtendWith(KafkaBroker.class)
class WatchIT {
    private static final List<String> TABLES =
            List.of("estimates.csv", "news.csv", "terms.csv", "withheld.csv", "alerts.csv", "quarantine.csv");
    private static final Instant FIRST = Instant.parse("2024-06-01T08:00:00Z");
    private static final int RELEASES = 3;

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    private PlayedTracker tracker = PlayedTracker.start();

    WatchIT(TestBroker broker) {
        this.broker = broker;
    }

    @AfterEach
    void close() {
        tracker.close();
    }

    private Watch watch(TestSystem system, Path archive, WatchTally tally, Instant now) throws IOException {
        Catalogue catalogue = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", tracker.endpoints())));
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Watch(
                List.of(
                        Objects.requireNonNull(catalogue.endpoints().get("made-us")),
                        Objects.requireNonNull(catalogue.endpoints().get("made-de"))),
                new Fetcher("tidemark (test@example.org)", AskingLimits.DEFAULT, new Keys(Map.of()), true, clock),
                new Archive(archive, 1 << 30),
                Formats.all(catalogue),
                new LoadingPublisher(
                        catalogue,
                        () -> new KafkaTarget(system.system().connection(), system.topics(), Codecs.singleObject()),
                        target -> target,
                        Clock.systemUTC(),
                        report -> {}),
                tally,
                clock,
                () -> 0);
    }

    private void replay(Path out, String... how) {
        List<String> words = new ArrayList<>(List.of("replay", "--out", out.toString()));
        words.addAll(List.of(how));
        CliRun run = CliRun.of(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.toString()).isZero();
    }

    @Test
    @DisplayName("three releases arrive by themselves, nobody is asked too often, and the archive plays the same log")
    void theArchivePlaysWhatArrived() throws Exception {
        Path archive = dir.resolve("archive");
        WatchTally tally = new WatchTally();
        try (TestSystem system = TestSystem.on(broker, "watch", dir.resolve("state"))) {
            for (int i = 0; i < RELEASES; i++) {
                tracker.release(i);
                tracker.broken(i == 1);
                Instant now = FIRST.plus(Duration.ofDays(2L * i));
                watch(system, archive, tally, now).round();
                // What runs anew an hour later asks nobody; a day later it is told that nothing is new.
                watch(system, archive, tally, now.plus(Duration.ofHours(1))).round();
                watch(system, archive, tally, now.plus(Duration.ofDays(1))).round();
            }
            system.drain();

            replay(
                    dir.resolve("topic"),
                    "--from-topic",
                    "--bootstrap",
                    broker.bootstrap(),
                    "--prefix",
                    system.topics().prefix());
        }
        replay(dir.resolve("files"), "--data", archive.toString());

        for (String table : TABLES) {
            assertThat(dir.resolve("files").resolve(table))
                    .as(table)
                    .hasSameTextualContentAs(dir.resolve("topic").resolve(table));
        }
        assertThat(Files.readString(dir.resolve("files/estimates.csv"))).contains(",US,", ",DE,");
        // Two questions for each release and publisher, and not one more; a failed one of the second release came
        // again.
        assertThat(tracker.asked()).hasSize(2 * 2 * RELEASES);
        assertThat(tally.failures()).isEqualTo(2);
    }

    @Test
    @DisplayName("the command asks, publishes, counts, and says who failed")
    void theCommandAsksOnce() throws Exception {
        Path own = Files.writeString(dir.resolve("own.yaml"), tracker.endpoints());
        Path metrics = dir.resolve("watch.prom");
        tracker.broken(true);
        try (TestSystem system = TestSystem.on(broker, "watchonce", dir.resolve("state"))) {
            String[] words = {
                "watch",
                "--once",
                "--bootstrap",
                broker.bootstrap(),
                "--prefix",
                system.topics().prefix(),
                "--archive",
                dir.resolve("kept").toString(),
                "--catalogue",
                own.toString(),
                "--allow-loopback",
                "--contact",
                "test@example.org",
                "--metrics",
                metrics.toString(),
                "--only",
                "made-us",
                "--only",
                "made-de"
            };

            CliRun first = CliRun.of(words);

            assertThat(first.exit()).as(first.toString()).isEqualTo(ErrorLine.FAILED);
            assertThat(first.out()).contains(" made-us: 62 figures received and published, kept as ");
            assertThat(first.err())
                    .contains("made-de: NOT_FOUND: HTTP status 404; asked again at ")
                    .hasLineCount(1);
            assertThat(Files.readString(metrics))
                    .contains(
                            "tidemark_endpoint_questions_total{endpoint=\"made-de\",outcome=\"not_found\",source=\"INDEED_AI_POSTINGS\"} 1.0",
                            "tidemark_endpoint_questions_total{endpoint=\"made-us\",outcome=\"received\",source=\"INDEED_AI_POSTINGS\"} 1.0",
                            "tidemark_endpoint_figures{endpoint=\"made-us\",source=\"INDEED_AI_POSTINGS\"} 62.0");
            system.drain();
            assertThat(system.counts().line()).contains("62 accepted");

            CliRun again = CliRun.of(words);
            assertThat(again.exit()).as(again.toString()).isZero();
            assertThat(tracker.asked()).hasSize(2);
        }
    }

    @Test
    void whoAsksMustBeReachableAndNameAnEndpointThatIsThere() {
        CliRun nobody = CliRun.of("watch", "--once", "--bootstrap", "127.0.0.1:1", "--only", "nothing");
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.err())
                .contains(
                        "--only 'nothing' is no endpoint of the catalogue; known: anthropic-automation-by-task, census-btos-national");
    }

    private JavaProcess start(String archive, TestSystem system) throws IOException {
        String own = tracker.endpoints().replace("every: P1D", "every: PT1M");
        return JavaProcess.start(
                dir.resolve("process-" + archive),
                Tidemark.class.getName(),
                "watch",
                "--bootstrap",
                broker.bootstrap(),
                "--prefix",
                system.topics().prefix(),
                "--archive",
                dir.resolve(archive).toString(),
                "--catalogue",
                Files.writeString(dir.resolve("minute.yaml"), own).toString(),
                "--allow-loopback",
                "--contact",
                "test@example.org",
                "--only",
                "made-us",
                "--metrics-port",
                "0");
    }

    @Test
    @DisplayName(
            "of two watches one asks; when it is killed the other goes on with what that one had, and nothing is said twice")
    void twoWatches() throws Exception {
        try (TestSystem system = TestSystem.on(broker, "twowatch", dir.resolve("state"));
                JavaProcess first = start("first", system)) {
            String unused = first.awaitOut(text -> text.contains("62 figures received and published"));
            URI metrics = metrics(first.awaitOut(text -> text.contains("metrics  http")));
            assertThat(scrape(metrics))
                    .contains("tidemark_endpoint_figures{endpoint=\"made-us\",source=\"INDEED_AI_POSTINGS\"} 62.0");
            assertThat(scrape(metrics.resolve("/health/ready"))).contains("\"status\":\"UP\"");
            assertThatThrownBy(() -> scrape(metrics.resolve("/api/v1/estimates")))
                    .isInstanceOf(FileNotFoundException.class);
            try (JavaProcess second = start("second", system)) {
                unused = second.awaitOut(text -> text.contains("another watch of this cluster asks"));
                tracker.release(1);
                first.kill();
                unused = second.awaitOut(text -> text.contains("93 figures received and published"));
                second.kill();
            }
            system.drain();

            assertThat(tracker.asked()).hasSize(2);
            assertThat(tracker.asked().get(0)).isEqualTo("/us null");
            assertThat(tracker.asked().get(1)).isEqualTo("/us \"0\"");
            assertThat(system.contents().loads().stream().filter(Load::closed).map(Load::load))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
            assertThat(system.counts().line()).startsWith("155 read, 93 accepted");
        }
    }

    @Test
    @DisplayName("what a live system asks and what came of it is among its metrics")
    void aLiveSystemCounts() throws Exception {
        Path own = Files.writeString(dir.resolve("own.yaml"), tracker.endpoints());
        tracker.broken(true);
        Path figures = new Figures().firms("DK", "2022", 15.2, "2023-05-31").in(dir, "figures.csv");
        try (JavaProcess up = JavaProcess.start(
                dir.resolve("up"),
                Tidemark.class.getName(),
                "up",
                "--live",
                "--port",
                "0",
                "--kafka-port",
                "0",
                "--data-dir",
                dir.resolve("kept").toString(),
                "--data",
                figures.toString(),
                "--archive",
                dir.resolve("live").toString(),
                "--catalogue",
                own.toString(),
                "--allow-loopback",
                "--contact",
                "test@example.org",
                "--only",
                "made-us",
                "--only",
                "made-de")) {
            String printed = up.awaitOut(text -> text.contains("62 figures received and published"));
            up.await("a failure", () -> up.err().contains("made-de: NOT_FOUND"));
            URI metrics = metrics(printed);
            String labels = "{endpoint=\"made-%s\",source=\"INDEED_AI_POSTINGS\"}";

            up.await("its counts", () -> scrape(metrics)
                    .contains("tidemark_endpoint_failures" + labels.formatted("de") + " 1.0"));

            assertThat(scrape(metrics))
                    .contains(
                            "tidemark_endpoint_failures" + labels.formatted("us") + " 0.0",
                            "tidemark_endpoint_figures" + labels.formatted("us") + " 62.0",
                            "tidemark_endpoint_due_timestamp_seconds" + labels.formatted("de"),
                            "tidemark_endpoint_answered_timestamp_seconds" + labels.formatted("us"),
                            "outcome=\"not_found\",source=\"INDEED_AI_POSTINGS\"} 1.0");
        }
    }

    private static URI metrics(String printed) {
        return URI.create(printed.replaceAll("(?s).*metrics +(http://[0-9.:]+/metrics).*", "$1"));
    }

    private static String scrape(URI metrics) throws IOException {
        try (InputStream in = metrics.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
