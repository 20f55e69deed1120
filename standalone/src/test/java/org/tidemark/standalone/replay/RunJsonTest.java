package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.TestSystem;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.release.Load;
import org.tidemark.series.PublicationDate;
import org.tidemark.standalone.history.HistorySize;

class RunJsonTest {
    private static final Load FIRST = load("a.csv", "aa");
    private static final Load SECOND = load("b.csv", "bb");

    @TempDir
    private Path dir = Path.of("");

    @Test
    void onlyTheUnhashedPartKnowsHowLongItTook() throws Exception {
        ObjectNode quick = written(List.of(FIRST, SECOND), Duration.ofMillis(1));
        ObjectNode slow = written(List.of(FIRST, SECOND), Duration.ofHours(1));

        assertThat(quick.remove("unhashed")).isNotEqualTo(slow.remove("unhashed"));
        assertThat(quick).isEqualTo(slow);
    }

    @Test
    void theOrderOfTheLoadsIsNothing() throws Exception {
        ObjectNode one = written(List.of(FIRST, SECOND), Duration.ofSeconds(1));
        ObjectNode other = written(List.of(SECOND, FIRST), Duration.ofSeconds(1));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void anotherInputHasAnotherHash() throws Exception {
        ObjectNode one = written(List.of(FIRST), Duration.ofSeconds(1));
        ObjectNode other = written(List.of(SECOND), Duration.ofSeconds(1));

        assertThat(one.at("/input/hash")).isNotEqualTo(other.at("/input/hash"));
    }

    @Test
    void itTellsSettingsVersionsAndCounts() throws Exception {
        ObjectNode run = written(List.of(FIRST), Duration.ofSeconds(2));

        assertThat(run.at("/settings/as_of").asText()).isEqualTo("2025-03-31T23:59:59.999Z");
        assertThat(run.at("/settings/until").asText()).isEqualTo("2024-12-31");
        assertThat(run.at("/settings/history").asText()).isEqualTo("by-lag");
        assertThat(run.at("/model").asText()).isNotEmpty();
        assertThat(run.at("/catalogue").asText()).isEqualTo(TestSystem.CATALOGUE.hash());
        assertThat(run.at("/output/files/estimates.csv").asText()).isEqualTo("11");
        assertThat(run.at("/output/history/cells").asInt()).isEqualTo(500);
        assertThat(run.at("/output/history/left_off").asInt()).isEqualTo(7);
        assertThat(run.at("/counts/read").asInt()).isEqualTo(3);
        assertThat(run.at("/counts/skipped/EMPTY").asInt()).isEqualTo(3);
        assertThat(run.at("/counts/accepted").asInt()).isZero();
        assertThat(run.at("/counts/add_up").asBoolean()).isTrue();
        assertThat(run.at("/program").asText()).isNotEmpty();
        assertThat(run.at("/schema").asInt()).isPositive();
        assertThat(run.at("/unhashed/wall_seconds").asDouble()).isEqualTo(2.0);
        assertThat(run.at("/unhashed/peak_memory_bytes").asLong()).isEqualTo(1 << 20);
        assertThat(run.at("/unhashed/peak_memory_of").asText()).isEqualTo("heap");
    }

    private ObjectNode written(List<Load> loads, Duration took) throws Exception {
        ReplaySettings settings = new ReplaySettings(
                TestSystem.CATALOGUE, dir, PublicationDate.parse("2025-03"), LocalDate.parse("2024-12-31"), false, 1);
        ReplayResult result =
                ReplayResult.of(new LoadReport(loads, List.of(), List.of(), 0), Said.nothing(), List.of());
        ObjectNode input = new FileHistory(Inputs.of(List.of()), Clock.systemUTC())
                .open(dir, null, settings, ReplayProgress.SILENT)
                .input(result.report());
        new RunJson(settings)
                .write(
                        input,
                        result,
                        new ReplayFiles.Written(
                                new TreeMap<>(Map.of("estimates.csv", "11")), new HistorySize(500, 7, 3_000, 9_000)),
                        new RunJson.Effort(took, new PeakMemory(1 << 20, PeakMemory.Of.HEAP), Speed.MAX, false));
        return (ObjectNode) new ObjectMapper().readTree(Files.readString(dir.resolve("run.json")));
    }

    private static Load load(String file, String hash) {
        return new Load(
                "MADE",
                hash,
                file,
                "plain-csv",
                null,
                true,
                0,
                new TreeMap<>(Map.of("EMPTY", 3L)),
                new TreeMap<>(),
                new TreeSet<>());
    }
}
