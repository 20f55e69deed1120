package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * A whole and its parts, period by period; it goes on as {@link Rows} do. What the named parts leave of a whole that is known is
 * its rest.
 */
final class Whole {
    private static final String WHOLE = "whole";

    private final boolean grouped;
    private final double constant;
    private final Rows<Column.Key, Point> rows = new Rows<>(Point.BY_TIME);
    private final List<Split> periods = new ArrayList<>();
    private final Fold<Scatter> scatter = new Fold<>();
    private int same;

    /**
     * One period.
     *
     * @param of the part of that name, else a constant, else the sum
     */
    record Split(Period period, SortedMap<String, Double> amounts, double of, SortedMap<String, Double> shares) {
        double covered() {
            double sum = 0;
            for (double share : shares.values()) {
                sum += share;
            }
            return sum;
        }
    }

    /** How much shares moved from one period to the next, and how much those of one draw would. */
    private record Scatter(double expected, double seen) {
        private static final Scatter NONE = new Scatter(0, 0);

        Scatter with(double[][] s) {
            double most = expected;
            double moved = seen;
            for (int i = 0; i < s[0].length; i++) {
                double mean = (s[0][i] + s[1][i]) / 2;
                most += 2 * mean * (1 - mean);
                moved += (s[1][i] - s[0][i]) * (s[1][i] - s[0][i]);
            }
            return new Scatter(most, moved);
        }
    }

    /**
     * Without figures.
     *
     * @param constant the whole where it is the same in every period, such as 100 of percentages; 0 where it is not
     * @param grouped whether parts of one group (the label up to the first full stop) are one
     */
    Whole(boolean grouped, double constant) {
        this.grouped = grouped;
        this.constant = constant;
    }

    /** Takes the parts as they are now. */
    void take(Parts parts) {
        int whole = -1;
        for (int i = 0; i < parts.all().size(); i++) {
            whole = parts.part(i).name().equals(WHOLE) ? i : whole;
        }
        int kept = rows.take(parts.columns());
        same = periods.size();
        while (same > 0
                && (kept == 0
                        || Period.BY_TIME.compare(
                                        periods.get(same - 1).period(),
                                        rows.all().get(kept - 1).time().period())
                                > 0)) {
            same--;
        }
        periods.subList(same, periods.size()).clear();
        scatter.keep(Math.max(0, same - 1));
        for (Rows.Row<Column.Key, Point> row :
                rows.all().subList(kept, rows.all().size())) {
            add(row, parts, whole);
        }
    }

    private void add(Rows.Row<Column.Key, Point> row, Parts parts, int whole) {
        SortedMap<String, Double> amounts = new TreeMap<>();
        Double known = constant > 0 ? Double.valueOf(constant) : null;
        for (Rows.Cell<Column.Key, Point> cell : row.cells()) {
            int part = cell.column().part();
            double value = cell.value().value();
            if (part == whole) {
                known = known == null ? Double.valueOf(value) : known;
            } else if (value >= 0) {
                amounts.merge(label(cell.column(), parts.part(part).name()), value, Double::sum);
            }
        }
        double sum = 0;
        for (double amount : amounts.values()) {
            sum += amount;
        }
        double of = known != null ? known : whole < 0 ? sum : 0;
        if (of > 0 && sum > 0) {
            SortedMap<String, Double> shares = new TreeMap<>();
            amounts.forEach((label, amount) -> shares.put(label, amount / of));
            periods.add(new Split(row.time().period(), amounts, of, shares));
        }
    }

    private String label(Column.Key column, String part) {
        if (column.label().equals(SeriesId.TOTAL)) {
            return part;
        }
        return grouped ? column.group() : column.label();
    }

    List<Split> periods() {
        return periods;
    }

    /** How many figures it is made of. */
    int figures() {
        int figures = 0;
        for (Split period : periods) {
            figures += period.amounts().size();
        }
        return figures;
    }

    /** How many of them at the beginning are those of the time before. */
    int same() {
        return same;
    }

    Split newest() {
        return periods.get(periods.size() - 1);
    }

    /** Of all parts that either period has, in one order. */
    static double[][] aligned(Map<String, Double> a, Map<String, Double> b) {
        SortedMap<String, Double> all = new TreeMap<>(a);
        b.keySet().forEach(label -> all.putIfAbsent(label, 0.0));
        double[][] both = new double[2][all.size()];
        int i = 0;
        for (String label : all.keySet()) {
            both[0][i] = a.getOrDefault(label, 0.0);
            both[1][i] = b.getOrDefault(label, 0.0);
            i++;
        }
        return both;
    }

    /** Shares of a period and of the one before it. */
    private double[][] moves(int i) {
        return aligned(periods.get(i - 1).shares(), periods.get(i).shares());
    }

    /** The latest earlier period at least so many years before the newest; null where there is none. */
    @Nullable
    Split before(double years) {
        double latest = newest().period().midYear() - years;
        for (int i = periods.size() - 2; i >= 0; i--) {
            if (periods.get(i).period().midYear() <= latest) {
                return periods.get(i);
            }
        }
        return null;
    }

    /**
     * How many draws a Dirichlet would have whose scatter is that of the shares from one period to the next: all that moves
     * counts as noise, so that bands are too wide rather than too narrow. NaN with one period.
     */
    double draws() {
        Scatter all = scatter.of(periods.size() - 1, Scatter.NONE, (known, i) -> known.with(moves(i + 1)));
        return periods.size() < 2
                ? Double.NaN
                : all.seen() == 0 ? 1e9 : Math.max(1, Math.min(1e9, all.expected() / all.seen() - 1));
    }
}
