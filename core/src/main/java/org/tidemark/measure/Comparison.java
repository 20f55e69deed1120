package org.tidemark.measure;

import java.util.Locale;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.StudentT;

/**
 * The same economies at two times, on one scale.
 *
 * @param economies how many
 * @param before their dispersion at the earlier time: standard deviation over all of them, which are no sample
 * @param now the same at the later time
 * @param slope of the change on the earlier level, by least squares: beta of the literature on convergence
 * @param slopeError its standard error
 * @param dispersionT by how much the dispersion has changed, as a t statistic: the correlation of an economy's sum with its
 *     difference (Pitman 1939, Morgan 1939). Unlike the slope it is not drawn towards convergence by errors of measurement
 */
record Comparison(int economies, double before, double now, double slope, double slopeError, double dispersionT) {

    /** Changes that differ by less than this part of the dispersion, squared, are alike but for rounding. */
    private static final double ALIKE = 1e-20;

    /**
     * Compares.
     *
     * @param earlier one value for each economy, on the scale; not all equal
     * @param later of the same economies in the same order
     */
    static Comparison of(double[] earlier, double[] later) {
        int n = earlier.length;
        double[] sum = new double[n];
        double[] change = new double[n];
        for (int i = 0; i < n; i++) {
            sum[i] = earlier[i] + later[i];
            change[i] = later[i] - earlier[i];
        }
        double squares = products(earlier, earlier);
        double changes = products(change, change);
        boolean alike = changes <= ALIKE * squares;
        double slope = alike ? 0 : products(earlier, change) / squares;
        double left = Math.max(0, changes - slope * products(earlier, change));
        double r = alike ? 0 : correlation(sum, change);
        return new Comparison(
                n,
                Math.sqrt(squares / n),
                Math.sqrt(products(later, later) / n),
                slope,
                Math.sqrt(left / (n - 2) / squares),
                statistic(r, Math.sqrt((1 - r * r) / (n - 2))));
    }

    /** The slope in its standard errors. */
    double slopeT() {
        return statistic(slope, slopeError);
    }

    /** The slope with its band, given Student's quantiles for it. */
    Banded band(double t80, double t95) {
        double half80 = t80 * slopeError;
        double half95 = t95 * slopeError;
        return new Banded(slope, slope - half80, slope + half80, slope - half95, slope + half95);
    }

    int degrees() {
        return economies - 2;
    }

    /** How probable it is at least that both the slope and the change of dispersion are above 0. */
    double diverging() {
        return Math.max(0, StudentT.cdf(slopeT(), degrees()) + StudentT.cdf(dispersionT, degrees()) - 1);
    }

    /** How probable it is at least that both are below 0. */
    double converging() {
        return Math.max(0, StudentT.cdf(-slopeT(), degrees()) + StudentT.cdf(-dispersionT, degrees()) - 1);
    }

    /** Slope, dispersion and their statistics, for people. */
    String words(DispersionScale scale) {
        return String.format(
                Locale.ROOT,
                "%s: slope %+.3f (t %.1f), dispersion %.3f to %.3f (t %.1f)",
                scale.written(),
                slope,
                slopeT(),
                before,
                now,
                dispersionT);
    }

    /** Nothing over nothing is no evidence; something over nothing is all that there can be. */
    private static double statistic(double value, double error) {
        return value == 0 ? 0 : value / error;
    }

    private static double correlation(double[] x, double[] y) {
        double size = Math.sqrt(products(x, x)) * Math.sqrt(products(y, y));
        return size == 0 ? 0 : Math.max(-1, Math.min(1, products(x, y) / size));
    }

    /** Sum of the products of the distances from the means. */
    private static double products(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum;
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }
}
