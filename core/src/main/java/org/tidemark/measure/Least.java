package org.tidemark.measure;

/**
 * A straight line by least squares, with the classical standard error of its slope.
 *
 * @param slope of y on x
 * @param at0 y where x is 0
 * @param error standard error of the slope
 * @param residual standard deviation about the line
 * @param degrees of freedom: points less two
 */
record Least(double slope, double at0, double error, double residual, int degrees) {

    /**
     * Fits.
     *
     * @param x not all equal, three values at least
     */
    static Least squares(double[] x, double[] y) {
        int n = x.length;
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xy / xx;
        double left = 0;
        for (int i = 0; i < n; i++) {
            double e = y[i] - meanY - slope * (x[i] - meanX);
            left += e * e;
        }
        double variance = left / (n - 2);
        return new Least(slope, meanY - slope * meanX, Math.sqrt(variance / xx), Math.sqrt(variance), n - 2);
    }

    static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    /** Sample variance; 0 of fewer than two. */
    static double variance(double[] x) {
        if (x.length < 2) {
            return 0;
        }
        double mean = mean(x);
        double sum = 0;
        for (double value : x) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (x.length - 1);
    }

    /** Whether not all are equal. */
    static boolean isVaried(double[] x) {
        for (double value : x) {
            if (value != x[0]) {
                return true;
            }
        }
        return false;
    }
}
