package org.tidemark.estimate;

import jdplus.toolkit.base.core.data.DataBlock;
import jdplus.toolkit.base.core.math.matrices.FastMatrix;
import jdplus.toolkit.base.core.ssf.ISsfDynamics;
import jdplus.toolkit.base.core.ssf.ISsfInitialization;
import org.hipparchus.linear.RealMatrix;

/**
 * A {@link StateSpaceCase} as JDemetra+ wants it: drift through one more state that is always 1; two positions for each
 * point, the second at the same time, so that the step from position 2i + 1 is that of point i + 1.
 */
record JDemetraDynamics(StateSpaceCase asked) implements ISsfDynamics, ISsfInitialization {
    private int n() {
        return asked.mean().getDimension();
    }

    private boolean moves(int pos) {
        return pos % 2 == 1 && pos / 2 + 1 < asked.points().size();
    }

    private StateSpaceCase.Point next(int pos) {
        return asked.points().get(pos / 2 + 1);
    }

    @Override
    public int getStateDim() {
        return n() + 1;
    }

    @Override
    public boolean isDiffuse() {
        return false;
    }

    @Override
    public int getDiffuseDim() {
        return 0;
    }

    @Override
    public void diffuseConstraints(FastMatrix b) {
        // Nothing is diffuse.
    }

    @Override
    public void a0(DataBlock a0) {
        for (int i = 0; i < n(); i++) {
            a0.set(i, asked.mean().getEntry(i));
        }
        a0.set(n(), 1);
    }

    @Override
    public void Pf0(FastMatrix pf0) {
        add(asked.covariance(), pf0);
    }

    @Override
    public int getInnovationsDim() {
        return n();
    }

    @Override
    public void V(int pos, FastMatrix qm) {
        addV(pos, qm);
    }

    @Override
    public void addV(int pos, FastMatrix p) {
        if (moves(pos)) {
            add(next(pos).q(), p);
        }
    }

    private void add(RealMatrix from, FastMatrix to) {
        for (int i = 0; i < n(); i++) {
            for (int j = 0; j < n(); j++) {
                to.add(i, j, from.getEntry(i, j));
            }
        }
    }

    @Override
    public boolean hasInnovations(int pos) {
        return moves(pos);
    }

    @Override
    public boolean areInnovationsTimeInvariant() {
        return false;
    }

    @Override
    public boolean isTimeInvariant() {
        return false;
    }

    @Override
    public void T(int pos, FastMatrix tr) {
        for (int i = 0; i <= n(); i++) {
            for (int j = 0; j <= n(); j++) {
                tr.set(i, j, entry(pos, i, j));
            }
        }
    }

    private double entry(int pos, int i, int j) {
        if (!moves(pos) || i == n()) {
            return i == j ? 1 : 0;
        }
        return j == n() ? next(pos).c().getEntry(i) : next(pos).f().getEntry(i, j);
    }

    @Override
    public void TX(int pos, DataBlock x) {
        double[] old = x.toArray();
        for (int i = 0; i <= n(); i++) {
            double sum = 0;
            for (int j = 0; j <= n(); j++) {
                sum += entry(pos, i, j) * old[j];
            }
            x.set(i, sum);
        }
    }

    @Override
    public void XT(int pos, DataBlock x) {
        double[] old = x.toArray();
        for (int j = 0; j <= n(); j++) {
            double sum = 0;
            for (int i = 0; i <= n(); i++) {
                sum += entry(pos, i, j) * old[i];
            }
            x.set(j, sum);
        }
    }

    @Override
    public void S(int pos, FastMatrix cm) {
        throw new UnsupportedOperationException("no filter here asks for a root of the noise");
    }

    @Override
    public void addSU(int pos, DataBlock x, DataBlock u) {
        throw new UnsupportedOperationException("no filter here asks for a root of the noise");
    }

    @Override
    public void XS(int pos, DataBlock x, DataBlock xs) {
        throw new UnsupportedOperationException("no filter here asks for a root of the noise");
    }
}
