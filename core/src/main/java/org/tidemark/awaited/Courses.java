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

    private static final int HALVINGS = 40;
    private static final double[] PLACES = new double[COUNT];

    static {
        for (int i = 0; i < COUNT; i++) {
            PLACES[i] = quantile((i + 0.5) / COUNT);
        }
    }

    private Courses() {}

    /** Standard normal numbers: by figure, then by course. */
    static double[][] of(int figures) {
        return IntStream.range(0, figures).mapToObj(Courses::inOrderOf).toArray(double[][]::new);
    }

    private static double[] inOrderOf(int figure) {
        return IntStream.range(0, COUNT)
                .boxed()
                .sorted((one, other) -> Long.compare(mixed(figure, one), mixed(figure, other)))
                .mapToDouble(place -> PLACES[place])
                .toArray();
    }

    /** Bits without a pattern, by the finisher of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(int figure, int place) {
        long z = ((long) figure * COUNT + place + 1) * 0x9E3779B97F4A7C15L;
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
