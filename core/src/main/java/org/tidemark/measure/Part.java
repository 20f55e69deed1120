package org.tidemark.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.GrowingList;
import org.tidemark.series.Period;

/**
 * One part of a measure as it is held.
 *
 * @param name in the recipe
 * @param columns by label; those without a figure are left out
 * @param upstream the estimate that it is, where it is one
 */
record Part(String name, List<Column> columns, @Nullable Estimate upstream) {
    Part {
        columns = List.copyOf(columns);
    }

    boolean isEmpty() {
        return columns.isEmpty() && upstream == null;
    }

    int most() {
        return columns.stream().mapToInt(c -> c.points().size()).max().orElse(0);
    }

    /** The points of its only column. */
    GrowingList<Point> points() {
        return columns.isEmpty() ? GrowingList.empty() : columns.get(0).points();
    }

    /** One column out of all: what each period has together, the most of it, or its mean. */
    List<Point> merged(MeasureRecipe.Gather gather) {
        if (columns.size() == 1) {
            return points();
        }
        List<Point> merged = new ArrayList<>();
        byPeriod().forEach((period, points) -> merged.add(together(gather, period, points.values())));
        return merged;
    }

    /** What the points of one period are together. */
    static Point together(MeasureRecipe.Gather gather, Period period, Collection<Point> points) {
        double sum = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (Point p : points) {
            sum += p.value();
            most = Math.max(most, p.value());
        }
        double value = gather == MeasureRecipe.Gather.MAX
                ? most
                : gather == MeasureRecipe.Gather.MEAN ? sum / points.size() : sum;
        return Point.of(period, value, 0);
    }

    /** Its columns by period and label. */
    SortedMap<Period, SortedMap<String, Point>> byPeriod() {
        SortedMap<Period, SortedMap<String, Point>> table = new TreeMap<>(Period.BY_TIME);
        for (Column column : columns) {
            column.points().forEach(p -> table.computeIfAbsent(p.period(), x -> new TreeMap<>())
                    .put(column.label(), p));
        }
        return table;
    }
}
