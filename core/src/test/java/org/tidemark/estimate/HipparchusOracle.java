package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.filtering.kalman.Measurement;
import org.hipparchus.filtering.kalman.ProcessEstimate;
import org.hipparchus.filtering.kalman.linear.LinearEvolution;
import org.hipparchus.filtering.kalman.linear.LinearKalmanFilter;
import org.hipparchus.linear.CholeskyDecomposer;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.jspecify.annotations.Nullable;

/** Hipparchus' Kalman filter: the drift is a control, a missing measurement has no measurement matrix. */
final class HipparchusOracle {
    private HipparchusOracle() {}

    private record Measured(int index, StateSpaceCase.Point point) implements Measurement {
        @Override
        public double getTime() {
            return index;
        }

        @Override
        public RealVector getValue() {
            return StateSpaceCase.vector(point.missing() ? 0 : point.z());
        }

        @Override
        public RealMatrix getCovariance() {
            return MatrixUtils.createRealMatrix(new double[][] {{point.missing() ? 1 : point.r()}});
        }
    }

    static StateSpaceCase.Filtered filter(StateSpaceCase asked) {
        LinearKalmanFilter<Measured> filter = new LinearKalmanFilter<>(
                new CholeskyDecomposer(1e-15, 1e-15),
                measured -> evolution(measured.point()),
                new ProcessEstimate(-1, asked.mean(), asked.covariance()));
        List<RealVector> means = new ArrayList<>();
        List<RealMatrix> covariances = new ArrayList<>();
        for (int i = 0; i < asked.points().size(); i++) {
            ProcessEstimate estimate =
                    filter.estimationStep(new Measured(i, asked.points().get(i)));
            means.add(estimate.getState());
            covariances.add(estimate.getCovariance());
        }
        return new StateSpaceCase.Filtered(means, covariances);
    }

    private static LinearEvolution evolution(StateSpaceCase.Point point) {
        int n = point.c().getDimension();
        @Nullable
        RealMatrix h = point.missing()
                ? null
                : MatrixUtils.createRowRealMatrix(point.h().toArray());
        return new LinearEvolution(point.f(), MatrixUtils.createRealIdentityMatrix(n), point.c(), point.q(), h);
    }
}
