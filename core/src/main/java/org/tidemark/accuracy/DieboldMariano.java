package org.tidemark.accuracy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.estimate.StudentT;

/**
 * Whether projections are better than the last value: the test of Diebold and Mariano (1995) on absolute errors, with the
 * factor and the distribution of Harvey, Leybourne and Newbold (1997). Economies of one year are one loss.
 */
final class DieboldMariano {
    static final String YES = "yes";
    static final String NO = "no";
    static final String UNKNOWN = "cannot be told";

    private static final int PROJECTIONS_MIN = 20;
    private static final int YEARS_MIN = 4;
    private static final double PART = 0.95;
    private static final int MONTHS_A_YEAR = 12;

    private DieboldMariano() {}

    static String of(List<MaturedProjection> matured, int months) {
        SortedMap<Integer, double[]> years = new TreeMap<>();
        for (MaturedProjection one : matured) {
            double[] year = years.computeIfAbsent((int) Math.floor(one.target()), y -> new double[2]);
            year[0]++;
            year[1] += Math.abs(one.lastError()) - Math.abs(one.error());
        }
        int n = years.size();
        if (matured.size() < PROJECTIONS_MIN || n < YEARS_MIN) {
            return UNKNOWN;
        }
        double[] gains = years.values().stream().mapToDouble(y -> y[1] / y[0]).toArray();
        int overlap = Math.min(n - 1, Math.max(1, months / MONTHS_A_YEAR));
        double variance = variance(gains, overlap);
        if (!(variance > 0)) {
            return UNKNOWN;
        }
        double h = overlap;
        double factor = Math.max(0, (n + 1 - 2 * h + h * (h - 1) / n) / n);
        double t = StrictMath.sqrt(factor) * mean(gains) / StrictMath.sqrt(variance);
        double bound = StudentT.quantile(PART, n - 1);
        if (Math.abs(t) < bound) {
            return UNKNOWN;
        }
        return t > 0 ? YES : NO;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Of the mean, with the autocovariances of overlapping projections. */
    private static double variance(double[] values, int overlap) {
        double mean = mean(values);
        double sum = 0;
        for (int lag = 0; lag < overlap; lag++) {
            double covariance = 0;
            for (int i = lag; i < values.length; i++) {
                covariance += (values[i] - mean) * (values[i - lag] - mean);
            }
            sum += (lag == 0 ? 1 : 2) * covariance / values.length;
        }
        return sum / values.length;
    }
}
