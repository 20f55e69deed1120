package org.tidemark.measure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

/** What has been of the shares of a whole up to now: the least and the most of a number, the leaders, the largest. */
final class ShareHistory {
    private static final double PERCENT = 100;

    private final Whole whole;
    private final ToDoubleFunction<SortedMap<String, Double>> number;
    private final Fold<Extremes> extremes = new Fold<>();
    /** Of each period but the first, as far as they were asked for. */
    private final List<Double> churn = new ArrayList<>();

    private record Extremes(double low, double high, int changes, String leader) {
        private static final Extremes NONE = new Extremes(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, "");

        Extremes with(double value, String leads) {
            boolean other = !leader.isEmpty() && !leader.equals(leads);
            return new Extremes(Math.min(low, value), Math.max(high, value), changes + (other ? 1 : 0), leads);
        }
    }

    /** Of a whole, and of a number of its shares. */
    ShareHistory(Whole whole, ToDoubleFunction<SortedMap<String, Double>> number) {
        this.whole = whole;
        this.number = number;
    }

    /** So many periods at the beginning are the same as before. */
    void keep(int same) {
        extremes.keep(same);
        int kept = Math.min(churn.size(), Math.max(0, same - 1));
        churn.subList(kept, churn.size()).clear();
    }

    void addExtremes(Outcome.Told told, String unit) {
        int periods = whole.periods().size();
        Extremes all = extremes.of(periods, Extremes.NONE, (known, i) -> {
            SortedMap<String, Double> shares = whole.periods().get(i).shares();
            return known.with(number.applyAsDouble(shares), SharesKind.leader(shares));
        });
        told.add("lowest", all.low(), unit, "of " + periods + " periods");
        told.add("highest", all.high(), unit, "of " + periods + " periods");
        told.add("changes_of_leader", all.changes(), "changes", "from one period to the next");
    }

    /** 1 less Jaccard's index of the first k in percent, from each period to the next. */
    double[] churn(int k) {
        for (int t = churn.size() + 1; t < whole.periods().size(); t++) {
            Set<String> was = first(whole.periods().get(t - 1).shares(), k);
            Set<String> is = first(whole.periods().get(t).shares(), k);
            Set<String> all = new LinkedHashSet<>(was);
            all.addAll(is);
            was.retainAll(is);
            churn.add(PERCENT * (1 - (double) was.size() / all.size()));
        }
        return churn.stream().mapToDouble(c -> c).toArray();
    }

    private static Set<String> first(SortedMap<String, Double> shares, int k) {
        Set<String> first = new LinkedHashSet<>();
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(k)
                .forEach(e -> first.add(e.getKey()));
        return first;
    }
}
