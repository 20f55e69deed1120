package org.tidemark.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.series.Period;

/** The series of a rate on the scale on which it grows. Values that are not above 0 have no place there and are left out. */
final class Logarithms {
    private Logarithms() {}

    /** Logarithms of the first part, over the second where there is one and it divides. */
    static List<Point> ofRatio(MeasureRecipe recipe, Parts parts, boolean divides) {
        List<Point> logs = new ArrayList<>();
        SortedMap<Period, Point> below = new TreeMap<>(Period.BY_TIME);
        if (parts.all().size() > 1) {
            parts.part(1).merged(recipe.gather()).forEach(p -> below.put(p.period(), p));
        }
        double best = 0;
        for (Point p : parts.part(0).merged(recipe.gather())) {
            // A record stands until the next one.
            best = Math.max(best, p.value());
            Point q = below.get(p.period());
            boolean paired = parts.all().size() == 1 || !divides || (q != null && q.value() > 0);
            if (p.value() > 0 && paired) {
                double minus = parts.all().size() > 1 && divides && q != null ? StrictMath.log(q.value()) : 0;
                double value = recipe.gather() == MeasureRecipe.Gather.MAX ? best : p.value();
                logs.add(new Point(p.period(), p.time(), StrictMath.log(value) - minus, 0));
            }
        }
        return logs;
    }

    /** Logarithms of all columns of a part together, in the order of time. */
    static List<Point> pooled(Part part) {
        List<Point> all = new ArrayList<>();
        for (Column column : part.columns()) {
            column.points().stream()
                    .filter(p -> p.value() > 0)
                    .forEach(p -> all.add(new Point(p.period(), p.time(), StrictMath.log(p.value()), 0)));
        }
        all.sort(Comparator.comparingDouble(Point::time).thenComparingDouble(Point::value));
        return all;
    }
}
