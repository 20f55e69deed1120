package org.tidemark.estimate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Probability that a level has been passed by a time, on a grid of times; never falls. Mass before the grid lies at its
 * first time and mass after it at its last.
 */
final class PassageCurve {
    private final double[] times;
    private final double[] passed;

    /** Takes both arrays over: times rising, probabilities not falling. */
    PassageCurve(double[] times, double[] passed) {
        this.times = times;
        this.passed = passed;
    }

    /** The mixture of curves on one grid, with weights of sum 1. */
    static PassageCurve mix(List<PassageCurve> curves, double[] weights) {
        double[] times = curves.get(0).times;
        double[] mixed = new double[times.length];
        for (int c = 0; c < weights.length; c++) {
            for (int i = 0; i < mixed.length; i++) {
                // Rounding may carry a sum of weights past 1.
                mixed[i] = Math.min(1, mixed[i] + weights[c] * curves.get(c).passed[i]);
            }
        }
        return new PassageCurve(times, mixed);
    }

    /** Probability at a time, between grid points by a straight line, outside the grid as at its end. */
    double at(double time) {
        if (time <= times[0]) {
            return passed[0];
        }
        for (int i = 1; i < times.length; i++) {
            if (time <= times[i]) {
                double inside = (time - times[i - 1]) / (times[i] - times[i - 1]);
                return Math.min(passed[i], passed[i - 1] + inside * (passed[i] - passed[i - 1]));
            }
        }
        return passed[passed.length - 1];
    }

    /** The time by which the probability is reached; empty when that lies before the grid or after it. */
    OptionalDouble quantile(double probability) {
        if (passed[0] >= probability) {
            return OptionalDouble.empty();
        }
        for (int i = 1; i < times.length; i++) {
            if (passed[i] >= probability) {
                double inside = (probability - passed[i - 1]) / (passed[i] - passed[i - 1]);
                return OptionalDouble.of(Math.min(times[i], times[i - 1] + inside * (times[i] - times[i - 1])));
            }
        }
        return OptionalDouble.empty();
    }

    /** Mean time of passage. */
    double mean() {
        int last = times.length - 1;
        double sum = passed[0] * times[0] + (1 - passed[last]) * times[last];
        for (int i = 1; i <= last; i++) {
            sum += (passed[i] - passed[i - 1]) * (times[i] + times[i - 1]) / 2;
        }
        return sum;
    }

    /** Variance of the time of passage, years squared. */
    double variance() {
        double mean = mean();
        int last = times.length - 1;
        double sum = passed[0] * square(times[0] - mean) + (1 - passed[last]) * square(times[last] - mean);
        for (int i = 1; i <= last; i++) {
            sum += (passed[i] - passed[i - 1]) * square((times[i] + times[i - 1]) / 2 - mean);
        }
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
