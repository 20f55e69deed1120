package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.RealData;

/** News of the publishers' own files: eleven vintages of the share of postings that ask for AI skills. */
class NewsReplayIT {
    /** The columns that tests look at; none of them is ever quoted. */
    private record Row(String asOf, String cell, double before, double after, String kind, double impact) {
        static Row of(String line) {
            String[] cells = line.split(",", -1);
            return new Row(
                    cells[0],
                    String.join("|", cells[0], cells[1], cells[2], cells[3], cells[4]),
                    Double.parseDouble(cells[6]),
                    Double.parseDouble(cells[7]),
                    cells[8],
                    Double.parseDouble(cells[18]));
        }
    }

    @Test
    void everyChangeIsAccountedForAndRoundedDigitsAreNoNews(@TempDir Path dir) throws Exception {
        Path postings = RealData.at("indeed-ai-postings");

        Played played = Played.all(dir, 2, postings);

        List<Row> rows = played.text("news.csv").lines().skip(1).map(Row::of).toList();
        Map<String, List<Row>> changes =
                rows.stream().collect(Collectors.groupingBy(Row::cell, TreeMap::new, Collectors.toList()));
        assertThat(changes).hasSizeGreaterThan(1000);
        assertThat(changes.values()).allSatisfy(NewsReplayIT::assertSumsUp);
        // Dates in another form and digits rounded, of the days that the release of a week before had.
        assertThat(files(postings)).contains("AI_posting.2025-02-14.csv");
        assertThat(rows).extracting(Row::asOf).noneMatch(at -> at.startsWith("2025-02-14"));
        // The rewrite of all history a month earlier is told as one.
        assertThat(rows)
                .anyMatch(r -> r.asOf().startsWith("2025-01-14") && r.kind().equals("REVISIONS"));
    }

    private static void assertSumsUp(List<Row> lines) {
        double sum = lines.get(0).before();
        for (Row line : lines) {
            sum += line.impact();
        }
        double after = lines.get(0).after();
        assertThat(sum).as(lines.get(0).cell()).isCloseTo(after, within(1e-12 * Math.max(1, Math.abs(after))));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
