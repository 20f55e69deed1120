package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.series.Period;

/**
 * A whole and its parts, period by period. What the named parts leave of a whole that is known is its rest.
 *
 * @param periods in the order of time
 * @param amounts of each period, by part
 * @param wholes of each period: the part of that name, else a constant, else the sum
 */
record Whole(List<Period> periods, List<SortedMap<String, Double>> amounts, List<Double> wholes) {

    /**
     * Puts it together.
     *
     * @param constant the whole where it is the same in every period, such as 100 of percentages; 0 where it is not
     * @param grouped whether parts of one group (the label up to the first full stop) are one
     */
    static Whole of(Parts parts, boolean grouped, double constant) {
        Whole whole = new Whole(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        SortedMap<Period, SortedMap<String, Double>> table = new TreeMap<>(Period.BY_TIME);
        for (Part part : parts.all()) {
            if (!part.name().equals("whole")) {
                part.columns().forEach(column -> add(table, part, column, grouped));
            }
        }
        SortedMap<Period, Double> wholes = new TreeMap<>(Period.BY_TIME);
        parts.find("whole").ifPresent(w -> w.points().forEach(p -> wholes.put(p.period(), p.value())));
        table.forEach((period, amounts) -> {
            double sum = 0;
            for (double amount : amounts.values()) {
                sum += amount;
            }
            Double known = constant > 0
                    ? Double.valueOf(constant)
                    : parts.find("whole").isEmpty() ? Double.valueOf(sum) : wholes.get(period);
            if (known != null && known > 0 && sum > 0) {
                whole.periods.add(period);
                whole.amounts.add(amounts);
                whole.wholes.add(known);
            }
        });
        return whole;
    }

    private static void add(
            SortedMap<Period, SortedMap<String, Double>> table, Part part, Column column, boolean grouped) {
        String own = column.label().equals("TOTAL") ? part.name() : column.label();
        String label = grouped && !column.label().equals("TOTAL") ? column.group() : own;
        for (Point p : column.points()) {
            if (p.value() >= 0) {
                table.computeIfAbsent(p.period(), x -> new TreeMap<>()).merge(label, p.value(), Double::sum);
            }
        }
    }

    int last() {
        return periods.size() - 1;
    }

    /** Shares of the whole, by part. */
    SortedMap<String, Double> shares(int i) {
        SortedMap<String, Double> shares = new TreeMap<>();
        amounts.get(i).forEach((label, amount) -> shares.put(label, amount / wholes.get(i)));
        return shares;
    }

    double covered(int i) {
        double sum = 0;
        for (double share : shares(i).values()) {
            sum += share;
        }
        return sum;
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

    /** The latest earlier period at least so many years before the newest, or -1. */
    int before(double years) {
        int found = -1;
        for (int i = 0; i < last(); i++) {
            found = periods.get(i).midYear() <= periods.get(last()).midYear() - years ? i : found;
        }
        return found;
    }

    /**
     * How many draws a Dirichlet would have whose scatter is that of the shares from one period to the next: all that moves
     * counts as noise, so that bands are too wide rather than too narrow. NaN with one period.
     */
    double draws() {
        double expected = 0;
        double seen = 0;
        for (int t = 1; t < periods.size(); t++) {
            double[][] s = aligned(shares(t - 1), shares(t));
            for (int i = 0; i < s[0].length; i++) {
                double mean = (s[0][i] + s[1][i]) / 2;
                expected += 2 * mean * (1 - mean);
                seen += (s[1][i] - s[0][i]) * (s[1][i] - s[0][i]);
            }
        }
        return periods.size() < 2 ? Double.NaN : seen == 0 ? 1e9 : Math.max(1, Math.min(1e9, expected / seen - 1));
    }
}
