package org.tidemark.awaited;

import java.util.stream.IntStream;
import org.tidemark.estimate.StandardNormal;

/**
 * Equally probable courses of a release of many figures: a Latin hypercube. Each figure takes every one of as many
 * equally probable places once, in an order of its own that is the same at every question.
 */
final class Courses {
    /** A probability is told to a thirtieth. */
    static final int COUNT = 31;

    private static final int ORDERS = 8;
    private static final int HALVINGS = 40;
    private static final double[] PLACES = new double[COUNT];

    static {
        for (int i = 0; i < COUNT; i++) {
            PLACES[i] = quantile((i + 0.5) / COUNT);
        }
    }

    private Courses() {}

    /**
     * Standard normal numbers: by figure, then by course. Of some orders each figure takes the one that goes least with the
     * sum of the figures before it: what is told of many figures rests on their sum, and orders by chance alone would spread
     * that by an eighth too much or too little.
     */
    static double[][] of(int figures) {
        double[][] all = new double[figures][];
        double[] sum = new double[COUNT];
        for (int figure = 0; figure < figures; figure++) {
            double[] chosen = inOrderOf(figure, 0);
            for (int order = 1; order < ORDERS && figure > 0; order++) {
                double[] other = inOrderOf(figure, order);
                chosen = Math.abs(product(other, sum)) < Math.abs(product(chosen, sum)) ? other : chosen;
            }
            for (int course = 0; course < COUNT; course++) {
                sum[course] += chosen[course];
            }
            all[figure] = chosen;
        }
        return all;
    }

    private static double product(double[] one, double[] other) {
        double product = 0;
        for (int i = 0; i < COUNT; i++) {
            product += one[i] * other[i];
        }
        return product;
    }

    private static double[] inOrderOf(int figure, int order) {
        long which = (long) order << Integer.SIZE | figure;
        return IntStream.range(0, COUNT)
                .boxed()
                .sorted((one, other) -> Long.compare(mixed(which, one), mixed(which, other)))
                .mapToDouble(place -> PLACES[place])
                .toArray();
    }

    /** Bits without a pattern, by the finisher of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long which, int place) {
        long z = (which * COUNT + place + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static double quantile(double probability) {
        double low = -8;
        double high = 8;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (StandardNormal.cdf(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
