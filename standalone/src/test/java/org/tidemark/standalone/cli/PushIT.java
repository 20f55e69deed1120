package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.query.QueryServer;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;

/** Producers send figures over HTTP; each key counts once. */
@ExtendWith(KafkaBroker.class)
class PushIT {
    private static final List<String> ECONOMIES = List.of(
            "AT", "BE", "BG", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
            "NL", "PL");
    private static final int WEEKS = 500;
    private static final int BODIES = 100;
    private static final int WEEKS_A_BODY = WEEKS / BODIES;
    private static final long ARCHIVE_BYTES = 1 << 30;

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    private Pushes pushes = new Pushes(dir);

    PushIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void pushHere() {
        pushes = new Pushes(dir);
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate begin = LocalDate.of(2014, 1, 6).plusWeeks(week);
            // What one body holds is one release, as a producer sends it.
            LocalDate published = LocalDate.of(2014, 1, 6).plusWeeks((week / WEEKS_A_BODY + 1) * WEEKS_A_BODY + 1);
            for (int e = 0; e < ECONOMIES.size(); e++) {
                rows.add("adoption.firms.any_use,%s,TOTAL,%s/%s,%.1f,percent,%s,MADE"
                        .formatted(
                                ECONOMIES.get(e),
                                begin,
                                begin.plusDays(6),
                                5 + 0.05 * week + e + 0.3 * ((week * 7 + e) % 5),
                                published));
            }
        }
        return rows;
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
            try (QueryServer server = pushes.serve(system, pushes.pushing(system, "archive", ARCHIVE_BYTES))) {
                for (int i = 0; i < BODIES; i++) {
                    ids.add(send(server, rows, i, size));
                    if (i % 2 == 0) {
                        assertThat(send(server, rows, i, size)).isEqualTo(ids.get(i));
                    }
                }
            }
            long sent = system.size(system.topics().observations());
            try (QueryServer server = pushes.serve(system, pushes.pushing(system, "archive", ARCHIVE_BYTES))) {
                assertThat(send(server, rows, 1, size)).isEqualTo(ids.get(1));
                assertThat(pushes.post(server, "key-1", "text/csv", Pushes.csv(rows))
                                .statusCode())
                        .isEqualTo(422);
                assertThat(system.size(system.topics().observations())).isEqualTo(sent);
                system.drain();

                assertThat(system.counts().line()).isEqualTo("10,000 read, 10,000 accepted, 0 skipped, 0 rejected");
                for (String id : ids) {
                    JsonNode told = pushes.told(server, id);
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
        String first = new Figures().firms("DK", "2022", 15.2, "2023-05-31").text();
        String second = new Figures().firms("SE", "2022", 10.4, "2023-05-31").text();
        try (TestSystem system = TestSystem.on(broker, "pushfull", dir.resolve("state"));
                QueryServer server = pushes.serve(system, pushes.pushing(system, "full", 100))) {
            assertThat(pushes.post(server, "one", "text/csv", first).statusCode())
                    .isEqualTo(202);
            HttpResponse<String> full = pushes.post(server, "two", "text/csv", second);
            assertThat(full.statusCode()).isEqualTo(503);
            assertThat(full.body())
                    .contains(
                            "the archive of pushes holds ",
                            " bytes of 100; move old folders elsewhere, or raise --push-archive-mb");
            assertThat(pushes.post(server, "three", "text/csv", "no figures").statusCode())
                    .isEqualTo(503);
            try (Stream<Path> kept = Files.walk(dir.resolve("full"))) {
                for (Path file : kept.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            assertThat(pushes.post(server, "three", "text/csv", "no figures").statusCode())
                    .isEqualTo(400);
            assertThat(pushes.post(server, "two", "text/csv", second).statusCode())
                    .isEqualTo(202);
            HttpRequest stranger = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.port() + "/api/v1/observations"))
                    .POST(BodyPublishers.ofString(first))
                    .build();
            assertThat(pushes.http().send(stranger, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
            String metrics = pushes.http()
                    .send(
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
        return pushes.taken(
                server,
                "key-" + body,
                asJson ? "application/json" : "text/csv; charset=utf-8",
                asJson ? json(part) : Pushes.csv(part));
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
                QueryServer server = pushes.serve(system, pushes.pushing(system, "kept", ARCHIVE_BYTES))) {
            String first = pushes.taken(server, "a", "text/csv", Pushes.csv(List.of(unit, good, number)));
            String second = pushes.taken(server, "b", "application/json", json(List.of(good, revised, unit)));
            system.drain();

            JsonNode told = pushes.told(server, first);
            assertThat(told.get("counts").toString())
                    .isEqualTo(
                            "{\"accepted\":1,\"duplicate\":0,\"revised\":0,\"late\":0,\"withdrawn\":0,\"held\":0,\"rejected\":2}");
            assertThat(told.get("reasons").toString()).isEqualTo("{\"bad_number\":1,\"wrong_unit\":1}");
            assertThat(told.get("rows").findValuesAsText("row")).containsExactly("4", "2");
            assertThat(told.get("rows").findValuesAsText("detail").get(0)).contains("many");
            assertThat(told.get("rows").findValuesAsText("detail").get(1)).contains("furlongs");
            told = pushes.told(server, second);
            assertThat(told.get("counts").get("duplicate").intValue())
                    .as(told.toString())
                    .isEqualTo(1);
            assertThat(told.get("counts").get("revised").intValue()).isEqualTo(1);
            assertThat(told.get("rows").findValuesAsText("row")).containsExactly("3");

            HttpResponse<String> none = pushes.post(server, "c", "text/csv", "indicator,economy\nx,y\n");
            assertThat(none.statusCode()).isEqualTo(400);
            assertThat(none.body()).contains("the body").doesNotContain("push-").hasLineCount(1);
            assertThat(pushes.post(server, "d", "text/csv", Pushes.csv(List.of()))
                            .statusCode())
                    .isEqualTo(400);
            // What was refused as a whole is forgotten: mended it goes under the same key.
            assertThat(pushes.taken(server, "c", "text/csv", Pushes.csv(List.of(good))))
                    .isNotEqualTo(first);

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
}
