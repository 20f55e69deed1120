package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdplus.toolkit.base.core.ssf.basic.Loading;
import jdplus.toolkit.base.core.ssf.dk.DkToolkit;
import jdplus.toolkit.base.core.ssf.univariate.DefaultFilteringResults;
import jdplus.toolkit.base.core.ssf.univariate.ISsfError;
import jdplus.toolkit.base.core.ssf.univariate.OrdinaryFilter;
import jdplus.toolkit.base.core.ssf.univariate.Ssf;
import jdplus.toolkit.base.core.ssf.univariate.SsfData;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * JDemetra+'s filter of a single series. It tells beliefs before a measurement only; so every point is followed by one of
 * the same time without a measurement, at which what it tells is the belief after.
 */
final class JDemetraOracle {
    private final Ssf model;
    private final SsfData data;
    private final int points;
    private final int states;

    JDemetraOracle(StateSpaceCase asked) {
        points = asked.points().size();
        states = asked.mean().getDimension();
        double[] z = new double[2 * points];
        Arrays.fill(z, Double.NaN);
        for (int i = 0; i < points; i++) {
            z[2 * i] = asked.points().get(i).z();
        }
        JDemetraDynamics dynamics = new JDemetraDynamics(asked);
        data = new SsfData(z);
        model = Ssf.of(dynamics, dynamics, loading(asked), new Noise(asked));
    }

    /** One loading for all points: x alone, or x and the same bias. */
    private static jdplus.toolkit.base.core.ssf.ISsfLoading loading(StateSpaceCase asked) {
        RealVector h = asked.points().get(0).h();
        for (StateSpaceCase.Point point : asked.points()) {
            if (!point.h().equals(h)) {
                throw new IllegalArgumentException("one loading for all points is needed, got " + point.h());
            }
        }
        int[] positions = new int[h.getDimension()];
        Arrays.setAll(positions, i -> i);
        return Loading.from(positions, h.toArray());
    }

    private record Noise(StateSpaceCase asked) implements ISsfError {
        @Override
        public double at(int pos) {
            double r = asked.points().get(pos / 2).r();
            return Double.isNaN(r) ? 1 : r;
        }

        @Override
        public boolean isTimeInvariant() {
            return false;
        }
    }

    StateSpaceCase.Filtered filter() {
        DefaultFilteringResults results = DefaultFilteringResults.full();
        results.prepare(model, 0, data.length());
        if (!new OrdinaryFilter().process(model, data, results)) {
            throw new IllegalStateException("JDemetra+ could not filter");
        }
        List<RealVector> means = new ArrayList<>();
        List<RealMatrix> covariances = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            means.add(MatrixUtils.createRealVector(
                    results.a(2 * i + 1).range(0, states).toArray()));
            RealMatrix covariance = MatrixUtils.createRealMatrix(states, states);
            for (int row = 0; row < states; row++) {
                for (int column = 0; column < states; column++) {
                    covariance.setEntry(row, column, results.P(2 * i + 1).get(row, column));
                }
            }
            covariances.add(covariance);
        }
        return new StateSpaceCase.Filtered(means, covariances);
    }

    double logLikelihood() {
        return DkToolkit.likelihood(model, data, false, false).logLikelihood();
    }
}
