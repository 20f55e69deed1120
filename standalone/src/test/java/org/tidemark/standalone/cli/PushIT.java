package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.http.Tokens;
import org.tidemark.api.query.PushDesk;
import org.tidemark.api.query.PushRequest;
import org.tidemark.api.query.QueryServer;
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

/** Producers send figures over HTTP; each key counts once, whoever dies. */
@ExtendWith(KafkaBroker.class)
class PushIT {
    private static final List<String> ECONOMIES = List.of(
            "AT", "BE", "BG", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
            "NL", "PL");
    private static final int WEEKS = 500;
    private static final int BODIES = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestBroker broker;
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path dir = Path.of("");

    PushIT(TestBroker broker) {
        this.broker = broker;
    }

    private long archiveBytes = 1 << 30;

    private Pushing pushing(TestSystem system, String archive) throws IOException {
        Path kept = archive.isEmpty() ? null : dir.resolve(archive);
        return new Pushing(
                system.connection(),
                system.topics(),
                Codecs.singleObject(),
                TestSystem.CATALOGUE,
                kept,
                archiveBytes,
                Clock.systemUTC());
    }

    private QueryServer serve(TestSystem system, PushDesk desk) throws IOException {
        Path tokens = Files.writeString(dir.resolve("tokens"), "feed:s3cret\n");
        QueryServer server = new QueryServer(
                HttpSettings.on(QueryServer.LOOPBACK).withPushers(Tokens.in(tokens)),
                system.system().sources().withPushes(desk));
        server.start(0);
        return server;
    }

    private HttpResponse<String> post(QueryServer server, String key, String type, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/observations"))
                        .header("Authorization", "Bearer s3cret")
                        .header("Content-Type", type)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String taken(QueryServer server, String key, String type, String body) throws Exception {
        HttpResponse<String> answer = post(server, key, type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).get("release").textValue();
    }

    private JsonNode told(QueryServer server, String id) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/releases/" + id))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate begin = LocalDate.of(2014, 1, 6).plusWeeks(week);
            for (int e = 0; e < ECONOMIES.size(); e++) {
                rows.add("adoption.firms.any_use,%s,TOTAL,%s/%s,%.1f,percent,%s,MADE"
                        .formatted(
                                ECONOMIES.get(e),
                                begin,
                                begin.plusDays(6),
                                5 + 0.05 * week + e + 0.3 * ((week * 7 + e) % 5),
                                begin.plusDays(10)));
            }
        }
        return rows;
    }

    private static String csv(List<String> rows) {
        return Figures.HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    private static String json(List<String> rows) {
        String[] names = Figures.HEADER.split(",", -1);
        return rows.stream()
                .map(row -> {
                    String[] cells = row.split(",", -1);
                    List<String> fields = new ArrayList<>();
                    for (int i = 0; i < names.length; i++) {
                        String value = names[i].equals("value") ? cells[i] : "\"" + cells[i] + "\"";
                        fields.add("\"%s\": %s".formatted(names[i], value));
                    }
                    return "{" + String.join(", ", fields) + "}";
                })
                .collect(Collectors.joining(",\n", "[", "]"));
    }

    @Test
    @DisplayName("of 10,000 figures, half sent again with the same key, each counts once, after a restart too")
    void tenThousandFigures() throws Exception {
        List<String> rows = rows();
        int size = rows.size() / BODIES;
        try (TestSystem system = TestSystem.on(broker, "push", dir.resolve("state"))) {
            List<String> ids = new ArrayList<>();
            try (QueryServer server = serve(system, pushing(system, "archive"))) {
                for (int i = 0; i < BODIES; i++) {
                    ids.add(send(server, rows, i, size));
                    if (i % 2 == 0) {
                        assertThat(send(server, rows, i, size)).isEqualTo(ids.get(i));
                    }
                }
            }
            long sent = system.size(system.topics().observations());
            try (QueryServer server = serve(system, pushing(system, "archive"))) {
                assertThat(send(server, rows, 1, size)).isEqualTo(ids.get(1));
                assertThat(post(server, "key-1", "text/csv", csv(rows)).statusCode())
                        .isEqualTo(422);
                assertThat(system.size(system.topics().observations())).isEqualTo(sent);
                system.drain();

                assertThat(system.counts().line()).isEqualTo("10,000 read, 10,000 accepted, 0 skipped, 0 rejected");
                for (String id : ids) {
                    JsonNode told = told(server, id);
                    assertThat(told.get("status").textValue())
                            .as(told.toString())
                            .isEqualTo("judged");
                    assertThat(told.get("counts").get("accepted").intValue()).isEqualTo(size);
                    assertThat(told.get("counts").get("duplicate").intValue()).isZero();
                }
            }
        }
        assertThat(ids(dir.resolve("archive"))).hasSize(BODIES);
    }

    @Test
    @DisplayName("a full archive takes nothing more, an emptied one does, and the metrics tell what came of each")
    void aFullArchive() throws Exception {
        archiveBytes = 100;
        String first = new Figures().firms("DK", "2022", 15.2, "2023-05-31").text();
        String second = new Figures().firms("SE", "2022", 10.4, "2023-05-31").text();
        try (TestSystem system = TestSystem.on(broker, "pushfull", dir.resolve("state"));
                QueryServer server = serve(system, pushing(system, "full"))) {
            assertThat(post(server, "one", "text/csv", first).statusCode()).isEqualTo(202);
            HttpResponse<String> full = post(server, "two", "text/csv", second);
            assertThat(full.statusCode()).isEqualTo(503);
            assertThat(full.body())
                    .contains(
                            "the archive of pushes holds ",
                            " bytes of 100; move old folders elsewhere, or raise --push-archive-mb");
            assertThat(post(server, "three", "text/csv", "no figures").statusCode())
                    .isEqualTo(503);
            try (Stream<Path> kept = Files.walk(dir.resolve("full"))) {
                for (Path file : kept.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            assertThat(post(server, "three", "text/csv", "no figures").statusCode())
                    .isEqualTo(400);
            assertThat(post(server, "two", "text/csv", second).statusCode()).isEqualTo(202);
            HttpRequest stranger = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.port() + "/api/v1/observations"))
                    .POST(BodyPublishers.ofString(first))
                    .build();
            assertThat(http.send(stranger, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
            String metrics = http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            assertThat(metrics)
                    .contains(
                            "tidemark_push_requests_total{outcome=\"accepted\"} 2.0",
                            "tidemark_push_requests_total{outcome=\"unavailable\"} 2.0",
                            "tidemark_push_requests_total{outcome=\"unreadable\"} 1.0",
                            "tidemark_push_requests_total{outcome=\"unauthorized\"} 1.0");
        }
    }

    private static PushRequest request(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new PushRequest("feed", "k", PushForm.CSV, PushIds.hash(bytes), bytes);
    }

    private static List<String> ids(Path archive) throws IOException {
        try (var files = Files.list(archive)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private String send(QueryServer server, List<String> rows, int body, int size) throws Exception {
        List<String> part = rows.subList(body * size, (body + 1) * size);
        boolean asJson = body % 4 < 2;
        return taken(
                server,
                "key-" + body,
                asJson ? "application/json" : "text/csv; charset=utf-8",
                asJson ? json(part) : csv(part));
    }

    @Test
    @DisplayName(
            "of each row it is told what became of it: accepted, duplicate, revised, or why it was refused and where")
    void ofEachRowItIsTold() throws Exception {
        String good = "adoption.firms.any_use,DK,TOTAL,2023,15.2,percent,2024-05-31,MADE";
        String revised = "adoption.firms.any_use,DK,TOTAL,2023,15.9,percent,2024-08-31,MADE";
        String unit = "adoption.firms.any_use,SE,TOTAL,2023,15.2,furlongs,2024-05-31,MADE";
        String number = "adoption.firms.any_use,FI,TOTAL,2023,many,percent,2024-05-31,MADE";
        try (TestSystem system = TestSystem.on(broker, "pushrows", dir.resolve("state"));
                QueryServer server = serve(system, pushing(system, "kept"))) {
            String first = taken(server, "a", "text/csv", csv(List.of(unit, good, number)));
            String second = taken(server, "b", "application/json", json(List.of(good, revised, unit)));
            system.drain();

            JsonNode told = told(server, first);
            assertThat(told.get("counts").toString())
                    .isEqualTo(
                            "{\"accepted\":1,\"duplicate\":0,\"revised\":0,\"late\":0,\"withdrawn\":0,\"held\":0,\"rejected\":2}");
            assertThat(told.get("reasons").toString()).isEqualTo("{\"bad_number\":1,\"wrong_unit\":1}");
            assertThat(told.get("rows").findValuesAsText("row")).containsExactly("4", "2");
            assertThat(told.get("rows").findValuesAsText("detail").get(0)).contains("many");
            assertThat(told.get("rows").findValuesAsText("detail").get(1)).contains("furlongs");
            told = told(server, second);
            assertThat(told.get("counts").get("duplicate").intValue())
                    .as(told.toString())
                    .isEqualTo(1);
            assertThat(told.get("counts").get("revised").intValue()).isEqualTo(1);
            assertThat(told.get("rows").findValuesAsText("row")).containsExactly("3");

            HttpResponse<String> none = post(server, "c", "text/csv", "indicator,economy\nx,y\n");
            assertThat(none.statusCode()).isEqualTo(400);
            assertThat(none.body()).contains("the body").doesNotContain("push-").hasLineCount(1);
            assertThat(post(server, "d", "text/csv", csv(List.of())).statusCode())
                    .isEqualTo(400);
            // What was refused as a whole is forgotten: mended it goes under the same key.
            assertThat(taken(server, "c", "text/csv", csv(List.of(good)))).isNotEqualTo(first);

            play(
                    "topic",
                    "--from-topic",
                    "--bootstrap",
                    broker.bootstrap(),
                    "--prefix",
                    system.topics().prefix());
        }
        play("files", "--data", dir.resolve("kept").toString());
        for (String table : List.of("estimates.csv", "news.csv", "alerts.csv")) {
            assertThat(dir.resolve("files").resolve(table))
                    .hasSameTextualContentAs(dir.resolve("topic").resolve(table));
        }
    }

    private void play(String out, String... how) {
        List<String> words =
                new ArrayList<>(List.of("replay", "--out", dir.resolve(out).toString()));
        words.addAll(List.of(how));
        CliRun run = CliRun.of(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.toString()).isIn(0, 3);
    }

    @Test
    @DisplayName(
            "what a process had sent when it died is taken back by whoever sends it again, and two at once publish once")
    void whoDiesPublishesNothing() throws Exception {
        String body = csv(List.of("adoption.firms.any_use,DK,TOTAL,2023,15.2,percent,2024-05-31,MADE"));
        try (TestSystem system = TestSystem.on(broker, "pushdead", dir.resolve("state"))) {
            Pushing one = pushing(system, "");
            Pushing other = pushing(system, "");
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
        String body = csv(List.of("adoption.firms.any_use,SE,TOTAL,2023,15.2,percent,2024-05-31,MADE"));
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

    private static HttpRequest request(URI place, String token, String body) {
        return HttpRequest.newBuilder(place)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "once")
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
