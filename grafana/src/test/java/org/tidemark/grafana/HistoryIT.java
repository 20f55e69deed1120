package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History at its own dates: on blocks made of a replay, and read from a running monitor. */
class HistoryIT {
    private static final Map<String, String> ICELAND =
            Map.of("economy", "IS", "sector", "TOTAL", "concept", "firms.any_use");
    /** Longer than one of the queries, and far shorter than a year. */
    private static final Duration STEP = Duration.ofDays(40);

    @Test
    void everyPanelOfTheHistoryHasSomethingToShow(@TempDir Path dir) throws Exception {
        Program promtool = Program.assumed("promtool");
        Program unused = Program.assumed("prometheus");
        String out = dir.resolve("out").toString();
        Path blocks = dir.resolve("blocks");
        Program.Result replayed = Tidemark.run(dir, "replay", "--data", Place.SHIPPED_FIGURES.toString(), "--out", out);
        assertThat(replayed.exit()).as(replayed.said()).isZero();
        assertThat(Tidemark.run(dir, "history", out).exit()).isZero();
        Program.Result made = promtool.run(
                dir,
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                "--max-block-duration=8760h",
                out + "/history.om",
                blocks.toString());
        assertThat(made.exit()).as(made.said()).isZero();

        try (Running prometheus = Watching.prometheusOn(blocks, dir)) {
            PanelQueries queries = new PanelQueries(prometheus, Duration.ofDays(1));
            List<String> empty = queries.empty(Board.named("history"));

            assertThat(empty).isEmpty();
        }
    }

    @Test
    void theCurveHasPointsOfSeveralYearsAndANewReleaseAppearsInIt(@TempDir Path dir) throws Exception {
        Program unused = Program.assumed("prometheus");
        int kafka = Running.freePort();
        int last = LocalDate.now(ZoneOffset.UTC).getYear() - 2;
        Path figures = Tidemark.yearlyFigures(dir.resolve("three.csv"), last - 3, last - 1);
        try (Running tidemark = Tidemark.up(Files.createDirectory(dir.resolve("t")), kafka, figures);
                Running prometheus = Watching.prometheus(
                        Files.createDirectory(dir.resolve("p")), Running.freePort(), tidemark.port(), 0)) {
            assertThat(years(prometheus, "in hindsight")).containsExactly(last - 3, last - 2, last - 1);
            assertThat(years(prometheus, "as it was said"))
                    .contains(last - 2, last - 1, last, last + 1)
                    .doesNotContain(last - 3, last + 4);
            assertThat(years(prometheus, "expected")).containsExactly(last - 1, last);

            Path next = Tidemark.yearlyFigures(dir.resolve("next.csv"), last, last);
            Program.Result sent = Tidemark.run(dir, "ingest", next.toString(), "--bootstrap", "127.0.0.1:" + kafka);
            assertThat(sent.exit()).as(sent.said()).isZero();

            prometheus.await("the new point of the curve", () -> years(prometheus, "in hindsight")
                    .contains(last));
            assertThat(years(prometheus, "in hindsight")).containsExactly(last - 3, last - 2, last - 1, last);
            assertThat(years(prometheus, "expected")).containsExactly(last, last + 1, last + 3, last + 5);
            // What is scraped comes later than what is read from the monitor.
            prometheus.await(
                    "the level of today", () -> !years(prometheus, "now").isEmpty());
            prometheus.await("the live level of the new release", () -> isLevelWithTheHistory(prometheus));
        }
    }

    private static boolean isLevelWithTheHistory(Running prometheus) throws IOException, InterruptedException {
        String difference =
                "max(tidemark_penetration_latest_ratio{economy=\"IS\"}) - max(tidemark_history_estimate_realtime_ratio{job=\"tidemark-history\",measure=\"penetration\",economy=\"IS\"})";
        JsonNode result = prometheus
                .get("/api/v1/query?query=" + Running.encoded(difference))
                .at("/data/result");
        return result.size() == 1 && Math.abs(result.at("/0/value/1").asDouble()) < 1e-6;
    }

    /** The years in which one line of the S-curve has points. */
    private static Set<Integer> years(Running prometheus, String line) throws IOException, InterruptedException {
        JsonNode panel = Board.named("economy").asking().stream()
                .filter(p -> p.path("title").asText().startsWith("S-curve"))
                .findFirst()
                .orElseThrow();
        Set<Integer> years = new TreeSet<>();
        for (JsonNode target : panel.path("targets")) {
            if (target.path("legendFormat").asText().equals(line)) {
                JsonNode result = new PanelQueries(prometheus, Duration.ofDays(1)).ask(panel, target, ICELAND);
                assertThat(result).hasSizeLessThanOrEqualTo(1);
                result.path(0).path("values").forEach(point -> years.add(dated(point)));
            }
        }
        return years;
    }

    /** A period that ends with a year is drawn within the step that follows. */
    private static int dated(JsonNode point) {
        return Instant.ofEpochSecond(point.path(0).asLong())
                .minus(STEP)
                .atZone(ZoneOffset.UTC)
                .getYear();
    }
}
