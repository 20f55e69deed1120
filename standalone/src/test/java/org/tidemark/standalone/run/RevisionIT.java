package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.revise.Outcome;

/** A figure that its publisher corrects: what is believed now, and what was believed then. */
@ExtendWith(KafkaBroker.class)
class RevisionIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    RevisionIT(TestBroker broker) {
        this.broker = broker;
    }

    private Path firstSaid() throws IOException {
        return new Figures()
                .firms("DK", "2021", 20.0, "2022-01-31")
                .firms("DK", "2022", 24.0, "2023-01-31")
                .firms("DK", "2023", 28.0, "2024-01-31")
                .firms("DK", "2024", 33.0, "2025-01-31")
                .in(dir, "first.csv");
    }

    private Path corrected() throws IOException {
        return new Figures().firms("DK", "2024", 39.0, "2025-06-30").in(dir, "corrected.csv");
    }

    @Test
    void aRevisionMovesTheEstimateAndWhoAsksAsOfAnEarlierDayGetsTheOldOne() throws Exception {
        try (TestSystem tidemark = TestSystem.on(broker, "estimate", dir)) {
            tidemark.load(firstSaid());
            double before = level(tidemark, "");

            tidemark.load(corrected());

            assertThat(before).isBetween(32.0, 34.0);
            assertThat(level(tidemark, "")).isBetween(37.0, 40.0);
            assertThat(level(tidemark, "&as_of=2025-06-29")).isEqualTo(before);
            assertThat(level(tidemark, "&as_of=2025-06-30")).isEqualTo(level(tidemark, ""));
            assertThat(estimates(tidemark, "&as_of=2022-01-30")).isEmpty();
            assertThat(tidemark.counts().outcomes())
                    .containsEntry(Outcome.ACCEPTED, 4L)
                    .containsEntry(Outcome.REVISED, 1L);
        }
    }

    @Test
    void everyVintageOfAFigureCanBeAskedFor() throws Exception {
        try (TestSystem tidemark = TestSystem.on(broker, "vintages", dir)) {
            tidemark.load(firstSaid());
            tidemark.load(corrected());

            assertThat(values(tidemark, "&vintages=all")).containsExactly(33.0, 39.0);
            assertThat(values(tidemark, "")).containsExactly(39.0);
            assertThat(values(tidemark, "&as_of=2025-06-29")).containsExactly(33.0);
            assertThat(values(tidemark, "&as_of=2024-12-31")).isEmpty();
        }
    }

    private static double level(TestSystem tidemark, String more) throws IOException, InterruptedException {
        List<JsonNode> found = estimates(tidemark, more);
        assertThat(found).hasSize(1);
        return found.get(0).at("/levels/P0D/value").asDouble();
    }

    private static List<JsonNode> estimates(TestSystem tidemark, String more) throws IOException, InterruptedException {
        return rows(tidemark, "/api/v1/estimates?measure=penetration&economy=DK" + more, "estimates");
    }

    private static List<Double> values(TestSystem tidemark, String more) throws IOException, InterruptedException {
        return rows(tidemark, "/api/v1/observations?economy=DK&period=2024" + more, "observations").stream()
                .map(row -> row.get("value").asDouble())
                .toList();
    }

    private static List<JsonNode> rows(TestSystem tidemark, String path, String of)
            throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        JSON.readTree(tidemark.get(path).body()).withArray(of).forEach(rows::add);
        return rows;
    }
}
