package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.query.PushRequest;
import org.tidemark.it.Figures;
import org.tidemark.it.JavaProcess;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.producers.kafka.PushTransaction;
import org.tidemark.producers.push.PushForm;
import org.tidemark.producers.push.PushIds;
import org.tidemark.series.BatchId;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.standalone.push.Pushing;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Codecs;

/** Who is pushed to may die at any moment: each key counts once. */
@ExtendWith(KafkaBroker.class)
class PushCrashIT {
    private static final long ARCHIVE_BYTES = 1 << 30;

    private final TestBroker broker;
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path dir = Path.of("");

    PushCrashIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    @DisplayName(
            "what a process had sent when it died is taken back by whoever sends it again, and two at once publish once")
    void whoDiesPublishesNothing() throws Exception {
        String body = Pushes.csv(List.of("adoption.firms.any_use,DK,TOTAL,2023,15.2,percent,2024-05-31,MADE"));
        try (TestSystem system = TestSystem.on(broker, "pushdead", dir.resolve("state"))) {
            Pushing one = new Pushes(dir).pushing(system, "", ARCHIVE_BYTES);
            Pushing other = new Pushes(dir).pushing(system, "", ARCHIVE_BYTES);
            PushRequest request = request(body);
            String name = system.topics().prefix() + "-monitor-push-"
                    + Math.floorMod(request.id().hashCode(), 16);
            try (PushTransaction dead =
                    PushTransaction.begin(system.connection(), system.topics(), Codecs.singleObject(), name)) {
                dead.target()
                        .send(new ReleaseEnd(
                                "DK",
                                new BatchId("MADE", "r", Instant.parse("2024-05-31T00:00:00Z"), "00"),
                                0,
                                false,
                                false));
                dead.target().flush();

                CompletableFuture<String> first = CompletableFuture.supplyAsync(
                        () -> one.push(request).pushed().id());
                CompletableFuture<String> second = CompletableFuture.supplyAsync(
                        () -> other.push(request).pushed().id());

                assertThat(first.get()).isEqualTo(second.get()).isEqualTo(request.id());
                assertThatThrownBy(() -> dead.commit(SystemNote.of("x", Instant.EPOCH, new TreeMap<>())))
                        .hasCauseInstanceOf(KafkaException.class);
            }
            system.drain();

            // The figure, its closing, and the end of its instant on each partition.
            assertThat(system.size(system.topics().observations())).isEqualTo(2 + TestSystem.PARTITIONS);
            assertThat(system.counts().line()).startsWith("1 read, 1 accepted");
            assertThat(one.find(request.id()).orElseThrow().isJudged()).isTrue();
        }
    }

    @Test
    @DisplayName("killed behind its answer, the next start answers the same, and no token stands in a log")
    void killedBehindItsAnswer() throws Exception {
        Path tokens = Files.writeString(dir.resolve("secret"), "feed:s3cret\n");
        String[] words = {
            "up",
            "--port",
            "0",
            "--kafka-port",
            "0",
            "--data-dir",
            dir.resolve("kept").toString(),
            "--data",
            new Figures()
                    .firms("DK", "2022", 15.2, "2023-05-31")
                    .in(dir, "figures.csv")
                    .toString(),
            "--push-token-file",
            tokens.toString()
        };
        String body = Pushes.csv(List.of("adoption.firms.any_use,SE,TOTAL,2023,15.2,percent,2024-05-31,MADE"));
        List<String> answers = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        for (int start = 0; start < 2; start++) {
            try (JavaProcess process = JavaProcess.start(dir.resolve("process"), Tidemark.class.getName(), words)) {
                String printed = process.awaitOut(text -> text.contains("Ctrl-C stops"));
                URI place = URI.create(
                        printed.replaceAll("(?s).*API +(http://[0-9.:]+)/.*", "$1") + "/api/v1/observations");
                assertThat(http.send(request(place, "wr0ng", body), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(401);
                HttpResponse<String> answer = http.send(request(place, "s3cret", body), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                answers.add(answer.body());
                process.kill();
                said.append(process.out()).append(process.err());
            }
        }
        try (var files = Files.walk(dir.resolve("kept/logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                said.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }

        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(said.toString()).contains("State transition").doesNotContain("s3cret", "wr0ng");
    }

    private static PushRequest request(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new PushRequest("feed", "k", PushForm.CSV, PushIds.hash(bytes), bytes);
    }

    private static HttpRequest request(URI place, String token, String body) {
        return HttpRequest.newBuilder(place)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "once")
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
