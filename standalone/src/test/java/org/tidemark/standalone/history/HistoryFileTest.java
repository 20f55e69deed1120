package org.tidemark.standalone.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.history.CellHistory;
import org.tidemark.api.history.HistoryMetric;
import org.tidemark.producers.UnreadableFileException;

class HistoryFileTest {
    private static final String REALTIME = "tidemark_history_estimate_realtime_ratio";
    private static final String SMOOTHED = "tidemark_history_estimate_smoothed_ratio";
    private static final String REVISED = "tidemark_history_estimate_revised_ratio";

    @TempDir
    private Path dir = Path.of("");

    private String text = "";

    @Test
    void realtimeIsTheLastUpdateCarriedToTheEndOfTheNewest() throws IOException {
        write(new Tables()
                .firms("2016-01-10T23:59:59.999Z", "DE", "2015", 20)
                .firms("2016-01-13T12:00:00Z", "DE", "2015", 21)
                .firms("2016-01-15T00:00:00Z", "FR", "2015", 5));

        NavigableMap<Instant, String> de = samples(REALTIME, "DE");

        // Known at the end of 10 January, so not before the midnight that ends it.
        assertThat(de.firstKey()).isEqualTo(midnightAfter("2016-01-10"));
        assertThat(de.lastKey()).isEqualTo(midnightAfter("2016-01-15"));
        assertThat(de.values()).containsExactly("0.2", "0.2", "0.2", "0.21", "0.21", "0.21");
        assertThat(samples("tidemark_history_estimate_realtime_lower80_ratio", "DE")
                        .values())
                .startsWith("0.19");
        assertThat(samples("tidemark_history_estimate_realtime_upper80_ratio", "DE")
                        .values())
                .startsWith("0.21");
    }

    @Test
    void ofTwoUpdatesOfOneDayTheLaterCounts() throws IOException {
        write(new Tables()
                .firms("2016-01-10T08:00:00Z", "DE", "2015", 20)
                .firms("2016-01-10T16:00:00Z", "DE", "2015", 30));

        assertThat(samples(REALTIME, "DE").values()).containsExactly("0.3");
    }

    @Test
    void revisedIsWhatWasSaidLastOfEachPeriodFromItsEndOn() throws IOException {
        write(new Tables()
                .firms("2016-02-10T00:00:00Z", "DE", "2016-01", 20)
                .firms("2016-03-10T00:00:00Z", "DE", "2016-02", 30)
                .firms("2016-03-20T00:00:00Z", "DE", "2016-02", 31)
                .firms("2016-03-21T00:00:00Z", "FR", "2016-02", 1));

        NavigableMap<Instant, String> de = samples(REVISED, "DE");

        assertThat(de.firstEntry().getKey()).isEqualTo(midnightAfter("2016-01-31"));
        assertThat(de.get(midnightAfter("2016-02-28"))).isEqualTo("0.2");
        assertThat(de.get(midnightAfter("2016-02-29"))).isEqualTo("0.31");
        assertThat(de.lastEntry().getKey()).isEqualTo(midnightAfter("2016-03-21"));
        assertThat(de.lastEntry().getValue())
                .isEqualTo("0.31")
                .isEqualTo(samples(REALTIME, "DE").lastEntry().getValue());
    }

    @Test
    void smoothedIsTheLevelInHindsightFromTheEndOfEachPeriodOn() throws IOException {
        write(new Tables()
                .firms("2016-02-10T00:00:00Z", "DE", "2016-01", 20)
                .firms("2016-03-10T00:00:00Z", "DE", "2016-02", 30)
                .firms("2016-03-10T00:00:00Z", "FR", "2016-02", 5)
                .smoothed("DE", "2016-01", 22)
                .smoothed("DE", "2016-02", 30)
                .smoothed("JP", "2016-02", 7));

        NavigableMap<Instant, String> de = samples(SMOOTHED, "DE");

        assertThat(de.firstEntry()).isEqualTo(Map.entry(midnightAfter("2016-01-31"), "0.22"));
        assertThat(de.get(midnightAfter("2016-02-28"))).isEqualTo("0.22");
        assertThat(de.lastEntry())
                .isEqualTo(Map.entry(midnightAfter("2016-03-10"), "0.3"))
                .isEqualTo(samples(REVISED, "DE").lastEntry());
        assertThat(samples("tidemark_history_estimate_smoothed_lower80_ratio", "DE")
                        .values())
                .startsWith("0.21");
        // A cell without a path has none, and a path of which nothing was said is nobody's.
        assertThat(samples(SMOOTHED, "FR")).isEmpty();
        assertThat(text).doesNotContain("\"JP\"");
    }

    @Test
    void whatEarlierVersionsLeftHasNoPathInHindsight() throws IOException {
        new Tables().firms("2016-02-10T00:00:00Z", "DE", "2016", 20).in(dir);
        Files.delete(dir.resolve(HistoryFile.SMOOTHED));
        StringWriter out = new StringWriter();

        HistorySize size = HistoryFile.write(dir, out);

        assertThat(size.series()).isEqualTo(6);
        assertThat(out.toString()).doesNotContain("smoothed");
    }

    @Test
    void aPeriodThatHasNotEndedStandsAtTheLastDay() throws IOException {
        write(new Tables().firms("2016-02-10T00:00:00Z", "DE", "2016", 20));

        assertThat(samples(REVISED, "DE")).containsExactly(Map.entry(midnightAfter("2016-02-10"), "0.2"));
    }

    @Test
    void aPeriodBefore1970HoldsFromThenOn() throws IOException {
        write(new Tables().firms("1970-01-03T00:00:00Z", "US", "1969-11", 2));

        assertThat(samples(REVISED, "US")).hasSize(3);
        assertThat(samples(REVISED, "US").firstKey()).isEqualTo(midnightAfter("1970-01-01"));
    }

    @Test
    void whereTheNumberIsTakenBackTheLineEnds() throws IOException {
        write(new Tables()
                .firms("2025-01-10T00:00:00Z", "JP", "2024-12", 4)
                .withheld("2025-01-12T00:00:00Z", "JP")
                .firms("2025-01-14T00:00:00Z", "US", "2024-12", 5));

        assertThat(samples(REALTIME, "JP").keySet())
                .containsExactly(midnightAfter("2025-01-10"), midnightAfter("2025-01-11"));
        assertThat(samples(REVISED, "JP").keySet()).containsExactly(midnightAfter("2024-12-31"));
    }

    @Test
    void aNumberThatComesBackHasALineAgain() throws IOException {
        write(new Tables()
                .firms("2025-01-10T00:00:00Z", "JP", "2024-12", 4)
                .withheld("2025-01-11T00:00:00Z", "JP")
                .firms("2025-01-13T00:00:00Z", "JP", "2024-12", 5));

        assertThat(samples(REALTIME, "JP").keySet())
                .containsExactly(midnightAfter("2025-01-10"), midnightAfter("2025-01-13"));
        assertThat(samples(REVISED, "JP").values()).containsOnly("0.05").hasSize(14);
    }

    @Test
    void namesEndWithTheUnitThatTheLiveMetricsHave() throws IOException {
        String asOf = "2025-01-10T00:00:00Z";
        write(new Tables()
                .row(asOf, "displacement.contrast", "US", "TOTAL", "2024", "P0D", -8, "log_points")
                .row(asOf, "displacement.contrast_speed", "US", "TOTAL", "2024", "P0D", -4, "log_points_per_year")
                .row(asOf, "exposure", "US", "TOTAL", "2024", "P0D", 0.5, "share")
                .row(asOf, "baumol", "US", "TOTAL", "2024", "P0D", 3, "percent_times_points"));

        assertThat(text)
                .contains("# UNIT tidemark_history_estimate_realtime_ratio ratio\n")
                .contains(REALTIME + labels("displacement.contrast") + " -0.08 ")
                .contains(REALTIME + labels("exposure") + " 0.5 ")
                .contains("tidemark_history_estimate_realtime_per_year" + labels("displacement.contrast_speed")
                        + " -0.04 ")
                .contains("tidemark_history_estimate_realtime" + labels("baumol") + " 3 ");
    }

    private static String labels(String measure) {
        return "{concept=\"firms.any_use\",economy=\"US\",job=\"tidemark-history\",measure=\"%s\",sector=\"TOTAL\"}"
                .formatted(measure);
    }

    @Test
    void whereNotAllFitWholeEconomiesStayAndThenWhatHadMoreUpdates() throws IOException {
        Tables tables = new Tables()
                .row("2025-01-10T00:00:00Z", "penetration", "AT", "NACE:J", "2024", "P0D", 1, "percent")
                .row("2025-01-11T00:00:00Z", "penetration", "AT", "NACE:J", "2024", "P0D", 2, "percent")
                .firms("2025-01-11T00:00:00Z", "BE", "2024", 3)
                .firms("2025-01-10T00:00:00Z", "US", "2024", 4)
                .firms("2025-01-11T00:00:00Z", "US", "2024", 5);
        int oneCell = HistoryMetric.count(new CellHistory());

        HistorySize one = write(tables, oneCell);
        assertThat(one.cells()).isEqualTo(1);
        assertThat(one.leftOff()).isEqualTo(2);
        assertThat(one.line()).contains("2 cells are left off");
        assertThat(text).contains("\"US\"").doesNotContain("\"BE\"").doesNotContain("\"AT\"");

        assertThat(write(tables, 2 * oneCell).series()).isEqualTo(2 * oneCell);
        assertThat(text).contains("\"US\"").contains("\"BE\"").doesNotContain("\"AT\"");
    }

    @Test
    void aReplayThatSaidNothingHasAnEmptyHistory() throws IOException {
        write(new Tables());

        assertThat(text).isEqualTo("# EOF\n");
    }

    @Test
    void whatIsWrittenPassesTheCheckAndIsTheSameAgain() throws IOException {
        new Tables()
                .firms("2016-01-10T23:59:59.999Z", "DE", "2015", 20)
                .firms("2016-02-10T23:59:59.999Z", "DE", "2015", 21)
                .row("2016-02-11T00:00:00Z", "demand_gap", "US", "TOTAL", "2015-Q4", "P0D", -1.25, "percentage_points")
                .in(dir);
        History history = new History(dir);

        HistorySize size = history.write(HistoryFile.SERIES_DEFAULT);
        String first = Files.readString(history.file());
        HistorySize again = history.write(HistoryFile.SERIES_DEFAULT);

        assertThat(size).isEqualTo(again);
        assertThat(size.series()).isEqualTo(12);
        assertThat(Files.readString(history.file())).isEqualTo(first);
    }

    @Test
    void aDamagedTableIsToldWithItsLine() throws IOException {
        new Tables().firms("2016-01-10", "DE", "2015", 20).in(dir);

        assertThatThrownBy(() -> HistoryFile.write(dir, new StringWriter()))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("estimates.csv, line 3: as_of '2016-01-10' is not an instant");
    }

    @Test
    void anInstantFarAheadIsRefused() throws IOException {
        new Tables().firms("9999-01-10T00:00:00Z", "DE", "2015", 20).in(dir);

        assertThatThrownBy(() -> HistoryFile.write(dir, new StringWriter()))
                .hasMessageContaining("is not before 2199-12-31");
    }

    @Test
    void aFolderWithoutEstimatesIsToldAndKeepsWhatItHas() throws IOException {
        assertThatThrownBy(() -> new History(dir).write(1)).hasMessageContaining("estimates.csv is absent");
        assertThat(Files.exists(dir.resolve(HistoryFile.NAME))).isFalse();
    }

    private HistorySize write(Tables tables) throws IOException {
        return write(tables, HistoryFile.SERIES_DEFAULT);
    }

    private HistorySize write(Tables tables, int seriesMax) throws IOException {
        StringWriter out = new StringWriter();
        HistorySize size = HistoryFile.write(SaidHistory.of(tables.in(dir)), seriesMax, out);
        text = out.toString();
        return size;
    }

    /** Values of the one series of a metric and economy, by their instant. */
    private NavigableMap<Instant, String> samples(String name, String economy) {
        NavigableMap<Instant, String> samples = new TreeMap<>();
        Stream<List<String>> lines = text.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("economy=\"" + economy + "\""))
                .map(line -> List.of(line.split(" ", -1)));
        lines.forEach(parts -> samples.put(Instant.ofEpochSecond(Long.parseLong(parts.get(2))), parts.get(1)));
        return samples;
    }

    private static Instant midnightAfter(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
