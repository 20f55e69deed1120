package org.tidemark.estimate;

/** A symmetric positive definite matrix as L L', to solve with. */
final class Cholesky {
    private final double[] lower;
    private final int n;

    private Cholesky(double[] lower, int n) {
        this.lower = lower;
        this.n = n;
    }

    /**
     * Takes the root.
     *
     * @param matrix n x n, row by row; only its lower half is read
     * @throws IllegalArgumentException when it is not positive definite
     */
    static Cholesky of(double[] matrix, int n) {
        double[] l = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i * n + j];
                for (int k = 0; k < j; k++) {
                    rest -= l[i * n + k] * l[j * n + k];
                }
                l[i * n + j] = i == j ? root(rest, i) : rest / l[j * n + j];
            }
        }
        return new Cholesky(l, n);
    }

    private static double root(double pivot, int row) {
        if (!(pivot > 0)) {
            throw new IllegalArgumentException(
                    "covariance is singular, pivot %s in row %d; every state needs noise of its own"
                            .formatted(pivot, row));
        }
        return StrictMath.sqrt(pivot);
    }

    /** x of L L' x = right. */
    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i * n + k] * x[k];
            }
            x[i] /= lower[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k * n + i] * x[k];
            }
            x[i] /= lower[i * n + i];
        }
        return x;
    }
}
