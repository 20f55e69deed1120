package org.tidemark.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Quantiles of a sample, between its values in proportion (type 7 of Hyndman and Fan 1996). */
public final class Quantiles {
    private Quantiles() {}

    /** NaN of an empty sample. */
    static double of(List<Double> sorted, double part) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        double place = part * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.size() - 1);
        double share = place - below;
        return (1 - share) * sorted.get(below) + share * sorted.get(above);
    }

    /** The middle value; NaN of an empty sample. */
    public static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return of(sorted, 0.5);
    }
}
