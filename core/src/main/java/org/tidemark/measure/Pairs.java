package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.figures.GrowingList;

/** The periods that both parts of a measure have, what each has in them, in the order of time; it goes on as {@link Rows} do. */
final class Pairs {
    private final MeasureRecipe.Gather gather;
    private Rows<Column.Key, Point> rows = new Rows<>(Point.BY_TIME);
    /** Whether each part has one column. */
    private List<Boolean> single = List.of();

    private GrowingList<Point> one = GrowingList.empty();
    private GrowingList<Point> other = GrowingList.empty();

    Pairs(MeasureRecipe.Gather gather) {
        this.gather = gather;
    }

    /** Takes both parts as they are now, and returns how many pairs at the beginning are the same as before. */
    int take(Parts parts) {
        List<Boolean> now =
                parts.all().stream().map(part -> part.columns().size() <= 1).toList();
        if (!now.equals(single)) {
            // One column is taken as it is, several are put together.
            single = now;
            rows = new Rows<>(Point.BY_TIME);
            one = GrowingList.empty();
            other = GrowingList.empty();
        }
        int same = rows.take(parts.columns());
        int kept = kept(same);
        one = one.first(kept);
        other = other.first(kept);
        for (Rows.Row<Column.Key, Point> row :
                rows.all().subList(same, rows.all().size())) {
            Point first = of(row, 0);
            Point second = of(row, 1);
            if (first != null && second != null) {
                one = one.with(first);
                other = other.with(second);
            }
        }
        return kept;
    }

    private int kept(int same) {
        int kept = one.size();
        while (kept > 0
                && (same == 0
                        || Point.BY_TIME.compare(
                                        one.get(kept - 1),
                                        rows.all().get(same - 1).time())
                                > 0)) {
            kept--;
        }
        return kept;
    }

    private @Nullable Point of(Rows.Row<Column.Key, Point> row, int part) {
        List<Point> its = new ArrayList<>();
        for (Rows.Cell<Column.Key, Point> cell : row.cells()) {
            if (cell.column().part() == part) {
                its.add(cell.value());
            }
        }
        if (its.isEmpty()) {
            return null;
        }
        return single.get(part) ? its.get(0) : Part.together(gather, row.time().period(), its);
    }

    int size() {
        return one.size();
    }

    GrowingList<Point> one() {
        return one;
    }

    GrowingList<Point> other() {
        return other;
    }
}
