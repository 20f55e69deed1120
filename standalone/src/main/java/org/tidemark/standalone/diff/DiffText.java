package org.tidemark.standalone.diff;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.report.TextTable;

/** A difference for people. */
public final class DiffText {
    private static final String NONE = "none";
    private static final int TEXT_MAX = 44;
    private static final int ROW_MAX = 160;
    private static final int TENS = 10;
    private static final List<String> HEADINGS = List.of(
            "economy",
            "sector",
            "measure",
            "concept",
            "changed",
            "only A",
            "only B",
            "largest change",
            "A",
            "B",
            "B - A",
            "unit",
            "of 80 % band",
            "latest P0D: B - A");
    private static final Set<String> RIGHT =
            Set.of("changed", "only A", "only B", "A", "B", "B - A", "of 80 % band", "latest P0D: B - A");

    private final PrintWriter out;
    private final int linesMax;

    /**
     * Where to print.
     *
     * @param linesMax lines of each list; what is left off is counted
     */
    public DiffText(PrintWriter out, int linesMax) {
        this.out = out;
        this.linesMax = linesMax;
    }

    public void print(ReplayDiff diff) {
        out.printf("A: %s%nB: %s%n", diff.a(), diff.b());
        facts(diff.facts());
        for (TableDifference table : diff.tables()) {
            if (!table.cells().isEmpty()) {
                table(table);
            }
        }
        for (RowsDifference rows : diff.rows()) {
            if (!rows.isNone()) {
                rows(rows);
            }
        }
        if (diff.saysTheSame()) {
            out.println("They say the same.");
        }
        out.flush();
    }

    private void facts(List<FactDifference> facts) {
        if (facts.isEmpty()) {
            return;
        }
        out.println("Run differently:");
        facts.stream()
                .limit(linesMax)
                .forEach(f -> out.printf("  %s: %s in A, %s in B%n", f.what(), fact(f.a()), fact(f.b())));
        leftOff(facts.size(), "");
    }

    private static String fact(@Nullable String value) {
        return value == null ? NONE : value;
    }

    private void table(TableDifference table) {
        out.printf(
                Locale.ROOT,
                "%n%s: %,d cells differ; %,d rows changed, %,d only in A, %,d only in B%n",
                table.file(),
                table.cells().size(),
                table.changed(),
                table.onlyA(),
                table.onlyB());
        List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
        table.cells().stream().limit(linesMax).map(DiffText::line).forEach(lines::add);
        TextTable.lines(lines, RIGHT).forEach(out::println);
        leftOff(table.cells().size(), " cells");
    }

    private static List<String> line(CellDifference d) {
        Change largest = d.largest();
        return List.of(
                d.cell().economy(),
                d.cell().sector(),
                d.cell().measure(),
                d.cell().concept(),
                count(d.changed()),
                count(d.onlyA()),
                count(d.onlyB()),
                largest == null ? "" : where(largest),
                largest == null ? "" : cut(largest.a(), TEXT_MAX),
                largest == null ? "" : cut(largest.b(), TEXT_MAX),
                largest == null ? "" : difference(largest),
                largest == null ? "" : largest.unit(),
                largest == null || largest.ofBand() == null ? "" : percent(largest.ofBand()),
                latest(d));
    }

    private static String latest(CellDifference d) {
        Change latest = d.latest();
        if (latest == null) {
            return d.changed() > 0 ? "agree" : "";
        }
        return latest.main() || latest.difference() == null
                ? difference(latest)
                : difference(latest) + " " + latest.column();
    }

    /** Where the largest change stands: column unless it is the main one, horizon or term, instant. */
    private static String where(Change change) {
        String column = change.main() ? "" : change.column() + " ";
        return column + (change.item().isEmpty() ? "" : change.item() + " ") + "as of " + change.asOf();
    }

    private static String difference(Change change) {
        Double difference = change.difference();
        return difference == null ? "other text" : String.format(Locale.ROOT, "%+.4g", difference);
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return String.format(Locale.ROOT, percent < TENS ? "%.2g %%" : "%.0f %%", percent);
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    private void rows(RowsDifference rows) {
        String cells = rows.cells() == 0 ? "" : String.format(Locale.ROOT, ", of %,d cells", rows.cells());
        String absent = rows.absentIn().isEmpty() ? "" : "; " + rows.absentIn() + " has no such file";
        out.printf(
                Locale.ROOT,
                "%n%s: %,d rows only in A, %,d only in B%s%s%n",
                rows.file(),
                rows.onlyA(),
                rows.onlyB(),
                cells,
                absent);
        // What stands above the rows of a cell is not said again in each of them.
        List<Integer> columns = IntStream.range(0, rows.header().size())
                .filter(i -> rows.cells() == 0
                        || !RowsComparison.CELL.contains(rows.header().get(i)))
                .boxed()
                .toList();
        out.println("  " + text(rows.header(), columns));
        rows.groups().forEach(group -> group(group, columns));
        if (rows.cells() > rows.groups().size()) {
            out.printf(
                    Locale.ROOT,
                    "... and %,d more cells; --all shows them%n",
                    rows.cells() - rows.groups().size());
        }
    }

    private void group(RowsGroup group, List<Integer> columns) {
        if (!group.cell().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "%s: %,d only in A, %,d only in B%n",
                    String.join(" ", group.cell()),
                    group.onlyA(),
                    group.onlyB());
        }
        side("A", group.inA(), group.onlyA(), columns);
        side("B", group.inB(), group.onlyB(), columns);
    }

    private static String text(List<String> row, List<Integer> columns) {
        return columns.stream().map(row::get).collect(Collectors.joining(","));
    }

    private void side(String side, List<List<String>> shown, long all, List<Integer> columns) {
        shown.forEach(row -> out.println(side + " " + cut(text(row, columns), ROW_MAX)));
        if (all > shown.size()) {
            out.printf(Locale.ROOT, "%s ... and %,d more; --all shows them%n", side, all - shown.size());
        }
    }

    private void leftOff(int all, String what) {
        if (all > linesMax) {
            out.printf(Locale.ROOT, "... and %,d more%s; --all shows them%n", all - linesMax, what);
        }
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 3) + "...";
    }
}
