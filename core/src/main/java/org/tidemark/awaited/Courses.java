package org.tidemark.awaited;

import java.util.SplittableRandom;
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
        double[][] courses = new double[figures][];
        for (int figure = 0; figure < figures; figure++) {
            courses[figure] = shuffled(new SplittableRandom(figure));
        }
        return courses;
    }

    private static double[] shuffled(SplittableRandom random) {
        double[] places = PLACES.clone();
        for (int i = COUNT - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double held = places[i];
            places[i] = places[other];
            places[other] = held;
        }
        return places;
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
