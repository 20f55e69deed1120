package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * A linear normal filtering problem as every textbook states it, so that any library can be asked.
 *
 * @param mean of the state at the first point, before its measurement
 */
record StateSpaceCase(RealVector mean, RealMatrix covariance, List<Point> points) {
    /**
     * The state moves by f x + c with noise q, then z is measured as h x with variance r.
     *
     * @param z NaN when nothing is measured
     */
    record Point(RealMatrix f, RealVector c, RealMatrix q, RealVector h, double z, double r) {
        boolean missing() {
            return Double.isNaN(z);
        }
    }

    /** Beliefs after each point. */
    record Filtered(List<RealVector> means, List<RealMatrix> covariances) {}

    /** The problem of one level and its speed; the discretisation is written anew here, as plainly as can be. */
    static StateSpaceCase of(SingleFilterCase single) {
        List<Point> points = new ArrayList<>();
        for (SingleFilterCase.Point p : single.points()) {
            points.add(new Point(
                    transition(single.dynamics(), p.years(), 2),
                    drift(single.dynamics(), p.years(), p.meanSpeed(), 2),
                    noise(single.dynamics(), p.years(), 0, 2),
                    vector(1, 0),
                    p.z(),
                    p.r()));
        }
        return new StateSpaceCase(mean(single.prior(), 2), covariance(single.prior(), 0, 2), points);
    }

    static RealVector mean(GaussianSpeed belief, int n) {
        RealVector mean = new ArrayRealVector(n);
        mean.setEntry(0, belief.level());
        mean.setEntry(1, belief.speed());
        return mean;
    }

    static RealMatrix covariance(GaussianSpeed belief, double biasVariance, int n) {
        RealMatrix p = MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(biasVariance);
        p.setSubMatrix(new double[][] {{belief.p11(), belief.p12()}, {belief.p12(), belief.p22()}}, 0, 0);
        return p;
    }

    static RealMatrix transition(OuSpeed dynamics, double d, int n) {
        RealMatrix f = MatrixUtils.createRealIdentityMatrix(n);
        f.setEntry(0, 1, reach(dynamics, d));
        f.setEntry(1, 1, Math.exp(-dynamics.reversion() * d));
        return f;
    }

    static RealVector drift(OuSpeed dynamics, double d, double mu, int n) {
        RealVector c = new ArrayRealVector(n);
        c.setEntry(0, mu * (d - reach(dynamics, d)));
        c.setEntry(1, mu * (1 - Math.exp(-dynamics.reversion() * d)));
        return c;
    }

    /** q as the integral it is by definition: noise of the speed at each instant, carried to the end of the step. */
    static RealMatrix noise(OuSpeed dynamics, double d, double biasNoise, int n) {
        double sv2 = Math.pow(dynamics.speedNoise(), 2);
        double sx2 = Math.pow(dynamics.levelNoise(), 2);
        double q11 = sx2 * d + sv2 * integral(d, s -> Math.pow(reach(dynamics, s), 2));
        double q12 = sv2 * integral(d, s -> reach(dynamics, s) * Math.exp(-dynamics.reversion() * s));
        double q22 = sv2 * integral(d, s -> Math.exp(-2 * dynamics.reversion() * s));
        RealMatrix q = MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(biasNoise * biasNoise * d);
        q.setSubMatrix(new double[][] {{q11, q12}, {q12, q22}}, 0, 0);
        return q;
    }

    /** By Gauss and Legendre: 40 nodes are exact to rounding for such smooth functions. */
    private static double integral(double upTo, UnivariateFunction f) {
        return upTo == 0
                ? 0
                : new GaussIntegratorFactory().legendre(40, 0, upTo).integrate(f);
    }

    static RealVector vector(double... entries) {
        return new ArrayRealVector(entries);
    }

    private static double reach(OuSpeed dynamics, double d) {
        double k = dynamics.reversion();
        return k == 0 ? d : -Math.expm1(-k * d) / k;
    }
}
