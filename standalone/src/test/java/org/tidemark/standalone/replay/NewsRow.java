package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows of a replay's news.csv, the columns that tests look at; none of them is ever quoted. */
record NewsRow(String asOf, String change, double before, double after, String kind, double impact) {
    static List<NewsRow> of(Played played) throws IOException {
        return played.text("news.csv").lines().skip(1).map(NewsRow::of).toList();
    }

    private static NewsRow of(String line) {
        String[] cells = line.split(",", -1);
        return new NewsRow(
                cells[0],
                String.join("|", cells[0], cells[1], cells[2], cells[3], cells[4]),
                Double.parseDouble(cells[6]),
                Double.parseDouble(cells[7]),
                cells[8],
                Double.parseDouble(cells[18]));
    }

    /** Every change is accounted for by its rows, as they are read back. */
    static void assertSumUp(List<NewsRow> rows) {
        Map<String, List<NewsRow>> changes =
                rows.stream().collect(Collectors.groupingBy(NewsRow::change, TreeMap::new, Collectors.toList()));
        assertThat(changes).hasSizeGreaterThan(1000);
        changes.values().forEach(NewsRow::assertSumsUp);
    }

    private static void assertSumsUp(List<NewsRow> lines) {
        double sum = lines.get(0).before();
        for (NewsRow line : lines) {
            sum += line.impact();
        }
        double after = lines.get(0).after();
        assertThat(sum).as(lines.get(0).change()).isCloseTo(after, within(1e-12 * Math.max(1, Math.abs(after))));
    }
}
