package org.tidemark.ledger;

import java.util.List;
import org.tidemark.estimate.Banded;

/**
 * The product of independent shares: its exact mean and variance, and its distribution by convolution of the logarithms
 * on a grid. The step is a thirtieth of the product's relative spread, so that the grid adds less than a thousandth to it.
 * A lognormal of the same moments would put the upper end of a product of few wide shares too high and the lower end too
 * high as well: shares are bounded above and have a heavier tail towards 0.
 */
final class ShareProduct {
    private static final double STEP_MAX = 0.02;
    private static final double STEPS_PER_SPREAD = 30;
    private static final double NEGLIGIBLE = 1e-10;
    private static final double LOG_MIN = -30;

    private final double mean;
    private final double sd;
    private final double step;
    private final Cells cells;

    /** Probability by cell of ln(x/mean): the i-th of {@code mass} is that of the cell around (first + i) steps. */
    private static final class Cells {
        private static final Cells POINT = new Cells(0, new double[] {1});

        private final int first;
        private final double[] mass;

        private Cells(int first, double[] mass) {
            this.first = first;
            this.mass = mass;
        }

        /** The sum of two independent numbers. */
        Cells plus(Cells other) {
            // The arrays and the factor in locals: a short command runs on the first compiler, which would read the
            // fields anew at each of millions of steps.
            double[] theirs = other.mass;
            double[] sum = new double[mass.length + theirs.length - 1];
            for (int i = 0; i < mass.length; i++) {
                double mine = mass[i];
                for (int j = 0; j < theirs.length; j++) {
                    sum[i + j] += mine * theirs[j];
                }
            }
            return new Cells(first + other.first, sum);
        }
    }

    private ShareProduct(double mean, double sd, double step, Cells cells) {
        this.mean = mean;
        this.sd = sd;
        this.step = step;
        this.cells = cells;
    }

    static ShareProduct of(List<Factor> factors) {
        double mean = 1;
        double secondMoment = 1;
        for (Factor factor : factors) {
            mean *= factor.mean();
            secondMoment *= 1 + factor.squaredVariation();
        }
        double variation = StrictMath.sqrt(secondMoment - 1);
        double step = Math.min(STEP_MAX, variation / STEPS_PER_SPREAD);
        Cells cells = Cells.POINT;
        for (Factor factor : factors) {
            if (!factor.isExact()) {
                cells = cells.plus(cells(factor, step));
            }
        }
        return new ShareProduct(mean, mean * variation, step, cells);
    }

    private static Cells cells(Factor factor, double step) {
        int top = 0;
        while (upTo(factor, step, top) < 1 - NEGLIGIBLE) {
            top++;
        }
        int bottom = 0;
        while (upTo(factor, step, bottom - 1) > NEGLIGIBLE && bottom * step > LOG_MIN) {
            bottom--;
        }
        double[] mass = new double[top - bottom + 1];
        double below = 0;
        for (int i = 0; i < mass.length; i++) {
            // What lies outside the grid is in its outermost cells.
            double here = i == mass.length - 1 ? 1 : upTo(factor, step, bottom + i);
            mass[i] = here - below;
            below = here;
        }
        return new Cells(bottom, mass);
    }

    /** P(ln(x/mean) is in cell {@code cell} or below). */
    private static double upTo(Factor factor, double step, int cell) {
        return factor.cdf(factor.mean() * StrictMath.exp((cell + 0.5) * step));
    }

    double mean() {
        return mean;
    }

    double sd() {
        return sd;
    }

    /** The value below which a part of the distribution lies; within a cell, logarithms are spread evenly. */
    double quantile(double part) {
        double below = 0;
        int i = 0;
        while (i < cells.mass.length - 1 && below + cells.mass[i] < part) {
            below += cells.mass[i];
            i++;
        }
        double inside = cells.mass[i] > 0 ? Math.min(1, (part - below) / cells.mass[i]) : 0.5;
        double logs = (cells.first + i - 0.5 + inside) * step;
        return Math.min(1, mean * StrictMath.exp(logs));
    }

    /** Equiprobable nodes, rising. */
    double[] nodes(int count) {
        double[] nodes = new double[count];
        for (int i = 0; i < count; i++) {
            nodes[i] = quantile((i + 0.5) / count);
        }
        return nodes;
    }

    Banded percent() {
        return new Banded(quantile(0.5), quantile(0.1), quantile(0.9), quantile(0.025), quantile(0.975)).times(100);
    }
}
