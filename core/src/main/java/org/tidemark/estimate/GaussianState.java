package org.tidemark.estimate;

import java.util.Arrays;

/** A normal belief about n numbers. Immutable; matrices are n x n, row by row. Made for n up to about ten. */
public final class GaussianState {
    private final double[] mean;
    private final double[] covariance;

    private GaussianState(double[] mean, double[] covariance) {
        this.mean = mean;
        this.covariance = covariance;
    }

    /**
     * A belief updated, with the normal log density of the measurement.
     *
     * @param logLikelihood log density per unit of the measurement
     */
    public record Update(GaussianState belief, double logLikelihood) {}

    /**
     * A belief of mean and covariance, which are copied.
     *
     * @throws IllegalArgumentException when the sizes do not fit
     */
    public static GaussianState of(double[] mean, double[] covariance) {
        requireLength(covariance, mean.length * mean.length, "covariance");
        return new GaussianState(mean.clone(), covariance.clone());
    }

    /** Numbers around 0 that know nothing of each other, all with one standard deviation. */
    static GaussianState independent(int size, double deviation) {
        double[] covariance = new double[size * size];
        for (int i = 0; i < size; i++) {
            covariance[i * size + i] = deviation * deviation;
        }
        return of(new double[size], covariance);
    }

    /** The same belief with one number more, at the end: what a linear function of the state is now. */
    GaussianState alsoKeeping(double[] h) {
        int n = size() + 1;
        double[] mean = new double[n];
        double[] p = new double[n * n];
        for (int i = 0; i < n - 1; i++) {
            mean[i] = mean(i);
            for (int j = 0; j < n - 1; j++) {
                p[i * n + j] = covariance(i, j);
                p[i * n + n - 1] += covariance(i, j) * h[j];
            }
            p[(n - 1) * n + i] = p[i * n + n - 1];
        }
        mean[n - 1] = expected(h);
        p[n * n - 1] = variance(h);
        return of(mean, p);
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
    public GaussianState after(double[] transition, double[] drift, double[] noise) {
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
        return new GaussianState(moved, symmetric(spread, n));
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
        return new Update(new GaussianState(moved, spread), GaussianSpeed.normalLog(e, s));
    }

    /** Expected value of h'a. */
    public double expected(double[] loading) {
        requireLength(loading, mean.length, "loading");
        return dot(loading, 0, mean);
    }

    /** Variance of h'a. */
    public double variance(double[] loading) {
        int n = mean.length;
        requireLength(loading, n, "loading");
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += loading[i] * dot(covariance, i * n, loading);
        }
        return sum;
    }

    /**
     * What is believed of this moment once all that came later is known (Rauch, Tung and Striebel 1965): J = P F' P'^-1, a +
     * J (a_s - a'), P + J (P_s - P') J'.
     *
     * @param transition F that led from here to {@code predicted}
     * @param predicted the next belief before its measurements
     * @param smoothed the next belief with all that came later
     * @throws IllegalArgumentException when the sizes do not fit or the covariance of {@code predicted} is singular
     */
    public GaussianState smoothed(double[] transition, GaussianState predicted, GaussianState smoothed) {
        int n = mean.length;
        requireLength(transition, n * n, "transition");
        requireLength(predicted.mean, n, "predicted");
        requireLength(smoothed.mean, n, "smoothed");
        Cholesky root = Cholesky.of(predicted.covariance, n);
        double[] gain = new double[n * n];
        for (int i = 0; i < n; i++) {
            double[] row = new double[n];
            for (int j = 0; j < n; j++) {
                row[j] = dot(transition, j * n, Arrays.copyOfRange(covariance, i * n, i * n + n));
            }
            System.arraycopy(root.solve(row), 0, gain, i * n, n);
        }
        return corrected(
                gain, difference(smoothed.mean, predicted.mean), difference(smoothed.covariance, predicted.covariance));
    }

    private GaussianState corrected(double[] gain, double[] surprise, double[] learnt) {
        int n = mean.length;
        double[] moved = mean.clone();
        double[] spread = covariance.clone();
        for (int i = 0; i < n; i++) {
            moved[i] += dot(gain, i * n, surprise);
            double[] row = new double[n];
            for (int k = 0; k < n; k++) {
                row[k] = dot(learnt, k * n, Arrays.copyOfRange(gain, i * n, i * n + n));
            }
            for (int j = 0; j < n; j++) {
                spread[i * n + j] += dot(gain, j * n, row);
            }
        }
        return new GaussianState(moved, symmetric(spread, n));
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int i = 0; i < a.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
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
        return other instanceof GaussianState that
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
