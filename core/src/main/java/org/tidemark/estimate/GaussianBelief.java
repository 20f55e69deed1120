package org.tidemark.estimate;

import java.util.Arrays;

/** A normal belief about n numbers. Immutable; matrices are n x n, row by row. Made for n up to about ten. */
public final class GaussianBelief {
    private final double[] mean;
    private final double[] covariance;

    private GaussianBelief(double[] mean, double[] covariance) {
        this.mean = mean;
        this.covariance = covariance;
    }

    /**
     * A belief updated, with the normal log density of the measurement.
     *
     * @param logLikelihood log density per unit of the measurement
     */
    public record Update(GaussianBelief belief, double logLikelihood) {}

    /**
     * A belief of mean and covariance, which are copied.
     *
     * @throws IllegalArgumentException when the sizes do not fit
     */
    public static GaussianBelief of(double[] mean, double[] covariance) {
        requireLength(covariance, mean.length * mean.length, "covariance");
        return new GaussianBelief(mean.clone(), covariance.clone());
    }

    /** n. */
    public int size() {
        return mean.length;
    }

    /** Expected value of the i-th number, from 0. */
    public double mean(int i) {
        return mean[i];
    }

    /** Covariance of the i-th and the j-th number, from 0. */
    public double covariance(int i, int j) {
        return covariance[i * mean.length + j];
    }

    /**
     * a' = F a + c, P' = F P F' + Q; Durbin and Koopman (2012), section 4.3.
     *
     * @param transition F, n x n
     * @param drift c, n
     * @param noise Q, n x n
     * @throws IllegalArgumentException when the sizes do not fit
     */
    public GaussianBelief after(double[] transition, double[] drift, double[] noise) {
        int n = mean.length;
        requireLength(transition, n * n, "transition");
        requireLength(drift, n, "drift");
        requireLength(noise, n * n, "noise");
        double[] moved = drift.clone();
        double[] spread = noise.clone();
        for (int i = 0; i < n; i++) {
            moved[i] += dot(transition, i * n, mean);
            double[] fp = timesCovariance(transition, i * n);
            for (int j = 0; j < n; j++) {
                spread[i * n + j] += dot(transition, j * n, fp);
            }
        }
        return new GaussianBelief(moved, symmetric(spread, n));
    }

    /**
     * Folds in a measurement of h'a with noise: K = P h/(h'P h + r).
     *
     * @param loading h, n
     * @param variance r of the measurement, above 0
     * @throws IllegalArgumentException when the sizes do not fit or {@code variance} is not above 0
     */
    public Update observing(double[] loading, double measured, double variance) {
        int n = mean.length;
        requireLength(loading, n, "loading");
        if (!(variance > 0)) {
            throw new IllegalArgumentException("variance is %s; it must be above 0".formatted(variance));
        }
        double[] ph = new double[n];
        for (int i = 0; i < n; i++) {
            ph[i] = dot(covariance, i * n, loading);
        }
        double s = dot(ph, 0, loading) + variance;
        double e = measured - dot(mean, 0, loading);
        double[] moved = mean.clone();
        double[] spread = covariance.clone();
        for (int i = 0; i < n; i++) {
            moved[i] += ph[i] / s * e;
            for (int j = 0; j < n; j++) {
                spread[i * n + j] -= ph[i] * ph[j] / s;
            }
        }
        return new Update(new GaussianBelief(moved, spread), SpeedBelief.normalLog(e, s));
    }

    /** The row of F P that belongs to the row of F which begins at {@code from}. */
    private double[] timesCovariance(double[] transition, int from) {
        int n = mean.length;
        double[] row = new double[n];
        for (int k = 0; k < n; k++) {
            for (int l = 0; l < n; l++) {
                row[k] += transition[from + l] * covariance[l * n + k];
            }
        }
        return row;
    }

    private static double dot(double[] matrix, int from, double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += matrix[from + i] * vector[i];
        }
        return sum;
    }

    /** Rounding differs above and below the diagonal; the mean of both keeps a covariance one. */
    private static double[] symmetric(double[] matrix, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double both = (matrix[i * n + j] + matrix[j * n + i]) / 2;
                matrix[i * n + j] = both;
                matrix[j * n + i] = both;
            }
        }
        return matrix;
    }

    private static void requireLength(double[] array, int length, String what) {
        if (array.length != length) {
            throw new IllegalArgumentException("%s has %d numbers; it needs %d".formatted(what, array.length, length));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GaussianBelief that
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(covariance, that.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(covariance);
    }

    @Override
    public String toString() {
        return "GaussianBelief[mean %s, covariance %s]".formatted(Arrays.toString(mean), Arrays.toString(covariance));
    }
}
