package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.wire.Topics;

/** What whoever ingests is told of what became of it, and that all who count it agree. */
@ExtendWith(KafkaBroker.class)
class IngestVerdictIT {
    private static final Pattern METRIC =
            Pattern.compile("tidemark_rejected_total\\{partition=\"\\d+\",reason=\"(\\w+)\"} ([0-9.]+)");

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    IngestVerdictIT(TestBroker broker) {
        this.broker = broker;
    }

    private CliRun ingest(TestSystem on, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "ingest",
                "--bootstrap",
                broker.bootstrap(),
                "--prefix",
                on.topics().prefix()));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray(new String[0]));
    }

    private Path file(String name, String... rows) throws Exception {
        return Files.writeString(dir.resolve(name), Figures.HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    @Test
    @DisplayName(
            "E14-most-rows-refused-exit-0: the first reasons are on stderr with their lines, and the exit code is 3")
    void refusedRowsAreToldWithTheirLines() throws Exception {
        try (TestSystem tidemark = TestSystem.on(broker, "e14", dir.resolve("state"))) {
            Path bad = file(
                    "bad.csv",
                    "adoption.firms.any_use,CH,TOTAL,2000,12.3 b,percent,2026-01-20,TESTA",
                    "adoption.firms.any_use,CH,TOTAL,2003,999,percent,2026-01-20,TESTA",
                    "adoption.firms.any_use,CH,TOTAL,2004,14.0,percent,2026-01-20,TESTA");

            CliRun run = ingest(tidemark, bad.toString());

            assertThat(run.exit()).isEqualTo(ErrorLine.REFUSED);
            assertThat(run.out())
                    .isEqualTo(
                            "bad.csv: plain-csv, TESTA: 3 read, 1 accepted, 0 skipped, 2 rejected; rejected: BAD_NUMBER 1, OUT_OF_RANGE 1\n");
            assertThat(run.err().lines().toList()).hasSize(3).satisfies(lines -> {
                assertThat(lines.get(0)).startsWith("tidemark: refused: bad.csv, line 2: BAD_NUMBER: ");
                assertThat(lines.get(1)).startsWith("tidemark: refused: bad.csv, line 3: OUT_OF_RANGE: ");
                assertThat(lines.get(2)).isEqualTo("tidemark: 2 refused: BAD_NUMBER 1, OUT_OF_RANGE 1");
            });
        }
    }

    @Test
    @DisplayName(
            "B04-uk-el-xk: economies that are called otherwise are refused with file, line and the right code, XK is taken")
    void economiesThatAreCalledOtherwise() throws Exception {
        try (TestSystem tidemark = TestSystem.on(broker, "b04", dir.resolve("state"))) {
            List<String> rows = Stream.of("UK", "EL", "XK", "EU27_2020", "EA19", "USA")
                    .map("adoption.firms.any_use,%s,TOTAL,2025,20.5,percent,2026-01-15,TESTA"::formatted)
                    .toList();

            CliRun run = ingest(
                    tidemark, file("codes.csv", rows.toArray(new String[0])).toString(), "--json");

            assertThat(run.exit()).isEqualTo(ErrorLine.REFUSED);
            assertThat(run.err())
                    .contains("codes.csv, line 2: UNKNOWN_ECONOMY: UK: write GB;")
                    .contains("codes.csv, line 3: UNKNOWN_ECONOMY: EL: write GR;")
                    .contains("codes.csv, line 5: UNKNOWN_ECONOMY: EU27_2020: write EU27;");
            JsonNode load = new ObjectMapper().readTree(run.out()).at("/loads/0");
            assertThat(load.at("/accepted").asInt()).isEqualTo(1);
            assertThat(load.at("/rejected/UNKNOWN_ECONOMY").asInt()).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("E14-most-rows-refused-exit-0: where nobody judges, that is said and is no success")
    void whereNobodyJudgesThatIsSaid() throws Exception {
        Topics topics = new Topics(broker.name("unjudged"));
        TopicSetup.ensure(Map.of("bootstrap.servers", broker.bootstrap()), topics, 1, (short) 1);
        Path good = new Figures().firms("DK", "2024", 27.6, "2025-01-31").in(dir, "good.csv");

        CliRun run = CliRun.of(
                "ingest",
                good.toString(),
                "--timeout",
                "0",
                "--bootstrap",
                broker.bootstrap(),
                "--prefix",
                topics.prefix());

        assertThat(run.exit()).isEqualTo(ErrorLine.FAILED);
        assertThat(run.err())
                .startsWith("tidemark: all is sent, but 1 of 1 releases have not been judged")
                .hasLineCount(1);
    }

    @Test
    @DisplayName(
            "D07-metric-blind-to-what-readers-refuse, B09-conflicts-counted-half, R-rejected-doubled: topic, metric, API, summary, ingest and replay agree")
    void allWhoCountAgree() throws Exception {
        Random random = new Random(13);
        Path folder = Files.createDirectories(dir.resolve("mixed"));
        for (int f = 0; f < 3; f++) {
            Files.writeString(folder.resolve("f" + f + ".csv"), mixed(random, f));
        }
        try (TestSystem tidemark = TestSystem.on(broker, "agree", dir.resolve("state"))) {
            CliRun first = ingest(tidemark, folder.toString());
            CliRun again = ingest(tidemark, folder.toString());
            tidemark.drain();

            SortedMap<String, Long> topic = new TreeMap<>();
            tidemark.contents().rejections().forEach(r -> topic.merge(r.reason().name(), 1L, Long::sum));
            assertThat(topic).isNotEmpty();
            assertThat(List.of(first.exit(), again.exit())).containsOnly(ErrorLine.REFUSED);
            assertThat(tidemark.counts().addUp()).isTrue();
            assertThat(tidemark.counts().rejected()).isEqualTo(topic);
            assertThat(metric(tidemark.get("/metrics").body())).isEqualTo(topic);
            assertThat(api(tidemark.get("/api/v1/rejected").body())).isEqualTo(topic);
            assertThat(again.err().lines().toList()).last().asString().contains(total(topic) + " refused");
            assertThat(replayed(folder)).isEqualTo(topic);
        }
    }

    /** Good rows, bad ones for readers and for the topology, and values that contradict those of other files. */
    private static String mixed(Random random, int file) {
        Figures figures = new Figures();
        String[] values = {"9.5", "9.75", "950", "many", "-1"};
        for (int i = 0; i < 30; i++) {
            String economy = new String[] {"DK", "DE", "UK", "QQ"}[random.nextInt(4)];
            figures.row("adoption.firms.any_use,%s,TOTAL,%d,%s,percent,2026-0%d-15,MADE"
                    .formatted(economy, 2015 + random.nextInt(4), values[random.nextInt(5)], 1 + random.nextInt(2)));
        }
        return figures.row("magic.beans,DK,TOTAL,202%d,1,percent,2026-01-15,MADE".formatted(file))
                .text();
    }

    private static long total(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static SortedMap<String, Long> metric(String scrape) {
        SortedMap<String, Long> counts = new TreeMap<>();
        Matcher line = METRIC.matcher(scrape);
        while (line.find()) {
            long count = (long) Double.parseDouble(line.group(2));
            if (count > 0) {
                counts.merge(line.group(1).toUpperCase(java.util.Locale.ROOT), count, Long::sum);
            }
        }
        return counts;
    }

    private static SortedMap<String, Long> api(String body) throws Exception {
        SortedMap<String, Long> counts = new TreeMap<>();
        new ObjectMapper()
                .readTree(body)
                .get("rejected")
                .forEach(row ->
                        counts.merge(row.get("reason").asText().toUpperCase(java.util.Locale.ROOT), 1L, Long::sum));
        return counts;
    }

    private SortedMap<String, Long> replayed(Path folder) throws Exception {
        Path out = dir.resolve("out");
        CliRun replay = CliRun.of("replay", "--data", folder.toString(), "--out", out.toString());
        assertThat(replay.exit()).isEqualTo(ErrorLine.REFUSED);
        JsonNode counts = new ObjectMapper()
                .readTree(out.resolve("run.json").toFile())
                .findValue("counts")
                .get("rejected");
        SortedMap<String, Long> rejected = new TreeMap<>();
        counts.properties().forEach(e -> rejected.put(e.getKey(), e.getValue().asLong()));
        return rejected;
    }
}
