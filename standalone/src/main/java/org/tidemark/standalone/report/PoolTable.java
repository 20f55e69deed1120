package org.tidemark.standalone.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tidemark.pool.PoolCoverage;

/** How often the pool's bands held the figure that came next, as text. */
public final class PoolTable {
    private static final double WHOLE = 100;

    private PoolTable() {}

    /** A row for each concept; those of which the pool tells nothing, since nothing else is held, in a group of their own. */
    public static List<String> lines(List<PoolCoverage> coverage) {
        if (coverage.isEmpty()) {
            return List.of("pool: no figure to score; a second one of a series is needed");
        }
        List<String> headings = List.of("", "n", "in 80 %", "in 95 %", "mean square", "P(so many at 80 %)");
        GroupedTable table = new GroupedTable(headings, Set.copyOf(headings.subList(1, headings.size())));
        for (boolean beside : new boolean[] {true, false}) {
            for (PoolCoverage of : coverage) {
                if (of.beside() == beside) {
                    table.add(beside ? "pool, one figure ahead" : "its filter on one series alone", row(of));
                }
            }
        }
        return table.lines();
    }

    private static List<String> row(PoolCoverage of) {
        return List.of(
                of.concept(),
                Integer.toString(of.figures()),
                text("%.0f %%", WHOLE * of.share80()),
                text("%.0f %%", WHOLE * of.held95() / of.figures()),
                text("%.2f", of.meanSquare()),
                text("%.2f", of.atLeast()));
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }
}
