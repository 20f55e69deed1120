package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.JavaProcess;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.wire.Topics;

/** The program as a user runs it, in a process of its own. */
class UpIT {
    /** As a shell counts what SIGTERM ended. */
    private static final int ENDED_BY_SIGTERM = 143;

    private static final Pattern API = Pattern.compile("^API +(http://127\\.0\\.0\\.1:\\d+)/", Pattern.MULTILINE);
    private static final Pattern KAFKA = Pattern.compile("^Kafka +(127\\.0\\.0\\.1:\\d+)$", Pattern.MULTILINE);
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path dir = Path.of("");

    private JavaProcess up(String... more) throws IOException {
        String[] all = Stream.concat(Stream.of("up", "--port", "0", "--kafka-port", "0"), Arrays.stream(more))
                .toArray(String[]::new);
        return JavaProcess.start(dir.resolve("process"), Tidemark.class.getName(), all);
    }

    private Path figures() throws IOException {
        return new Figures()
                .firms("DK", "2023", 15.2, "2024-05-31")
                .firms("DK", "2024", 27.6, "2025-01-31")
                .in(dir, "figures.csv");
    }

    private static String stays(JavaProcess process) throws IOException, InterruptedException {
        return process.awaitOut(printed -> printed.contains("Ctrl-C stops"));
    }

    private HttpResponse<String> get(String printed, String path) throws IOException, InterruptedException {
        URI uri = URI.create(found(API, printed) + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String found(Pattern pattern, String printed) {
        Matcher matcher = pattern.matcher(printed);
        assertThat(matcher.find()).describedAs(printed).isTrue();
        return matcher.group(1);
    }

    private static List<String> records(String printed, String topic) {
        List<String> places = new ArrayList<>();
        new LogReader(Map.of("bootstrap.servers", found(KAFKA, printed)))
                .read(topic, record -> places.add(record.partition() + ":" + record.offset()));
        return places;
    }

    @Test
    void itStaysAnswersAndEndsWhenToldToWithoutLeavingAnything() throws Exception {
        try (JavaProcess process = up("--ephemeral", "--data", figures().toString())) {
            String printed = stays(process);

            assertThat(get(printed, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(printed, "/metrics").body()).contains("tidemark_penetration_nowcast_ratio{");
            assertThat(get(printed, "/api/v1/estimates?economy=DK&format=csv").body())
                    .contains("firms.any_use,DK");
            process.tellToEnd();

            assertThat(process.awaitEnd()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(process.err()).isEmpty();
            assertThat(printed).contains("Denmark", "2 read, 2 accepted", "nothing is kept");
            assertThat(process.temporary()).isEmptyDirectory();
        }
    }

    @Test
    void theNextStartGoesOnAndLoadsNothingAgain() throws Exception {
        String[] arguments = {
            "--data-dir", dir.resolve("kept").toString(), "--data", figures().toString()
        };
        List<String> observations;
        List<String> estimates;
        String before;
        try (JavaProcess process = up(arguments)) {
            String printed = stays(process);
            observations = records(printed, TOPICS.observations());
            estimates = records(printed, TOPICS.estimates());
            before = get(printed, "/api/v1/estimates").body();
            process.tellToEnd();
            assertThat(process.awaitEnd()).isEqualTo(ENDED_BY_SIGTERM);
        }

        try (JavaProcess process = up(arguments)) {
            String printed = stays(process);

            // Two figures and their closings, and on the one partition the ends of two instants.
            assertThat(observations).hasSize(4 + 2);
            assertThat(records(printed, TOPICS.observations())).isEqualTo(observations);
            assertThat(records(printed, TOPICS.estimates())).isEqualTo(estimates);
            assertThat(get(printed, "/api/v1/estimates").body()).isEqualTo(before);
            assertThat(printed).contains("2 read, 2 accepted", "goes on from here");
        }
    }

    @Test
    void killedAtWorkItSaysInTheEndWhatItWouldHaveSaid() throws Exception {
        Path weekly = new Figures()
                .weekly(List.of("AT", "BE", "CZ", "DE", "EE", "FI", "FR", "IT"), 60)
                .in(dir, "weekly.csv");
        Path killed = dir.resolve("killed");
        try (JavaProcess process = up("--data-dir", killed.toString(), "--data", weekly.toString())) {
            // The first observations are on the disk by the time that the segment has any bytes.
            process.await("observations on the disk", () -> observed(killed));
            process.kill();
        }

        // It mostly waits, until the broker and the group have given up what was killed; the other goes on meanwhile.
        CompletableFuture<CliRun> resumed = CompletableFuture.supplyAsync(() -> once(killed, weekly));
        CliRun clean = once(dir.resolve("clean"), weekly);
        CliRun again = resumed.get();

        assertThat(clean.out()).as(clean.toString()).contains("480 read, 480 accepted, 0 skipped, 0 rejected");
        assertThat(again).isEqualTo(clean);
    }

    private static boolean observed(Path dataDir) throws IOException {
        Path kafka = dataDir.resolve("broker/kafka");
        if (!Files.isDirectory(kafka)) {
            return false;
        }
        try (Stream<Path> partitions = Files.list(kafka)) {
            return partitions
                    .filter(p -> p.getFileName().toString().startsWith(TOPICS.observations() + "-"))
                    .map(p -> p.resolve("00000000000000000000.log").toFile())
                    .anyMatch(segment -> segment.length() > 0);
        }
    }

    private static CliRun once(Path dataDir, Path data) {
        return CliRun.of("up", "--once", "--data-dir", dataDir.toString(), "--data", data.toString());
    }
}
