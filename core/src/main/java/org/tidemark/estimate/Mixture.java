package org.tidemark.estimate;

import static org.tidemark.estimate.BankModel.MODELS;
import static org.tidemark.estimate.StandardNormal.NODES;

/**
 * Quantiles of what the 16 models believe together. Each model's normal stands as 31 equiprobable nodes, mapped to the
 * scale asked for, with its weight; quantiles interpolate between the nodes, so they can never cross.
 */
final class Mixture {
    private static final int SIZE = MODELS * NODES;

    /** Nodes, rising, and the weight below the middle of each. */
    private final double[] values;

    private final double[] below;

    private Mixture(double[] values, double[] below) {
        this.values = values;
        this.below = below;
    }

    /** The level, as a share. */
    static Mixture ofLevel(BankState state) {
        double[] values = new double[SIZE];
        for (int m = 0; m < MODELS; m++) {
            Link link = BankModel.link(m);
            double x = state.number(m, OuStep.X);
            double sd = deviation(state, m, OuStep.P11);
            for (int i = 0; i < NODES; i++) {
                values[m * NODES + i] = link.share(x + sd * StandardNormal.node(i));
            }
        }
        return of(values, state);
    }

    /**
     * The speed, in logits a year: on the Gompertz curve v is multiplied by d logit(p)/dx at the centre of the level, so
     * that the models speak of one quantity.
     */
    static Mixture ofSpeedLogits(BankState state) {
        double[] values = new double[SIZE];
        for (int m = 0; m < MODELS; m++) {
            double logits = BankModel.link(m).logitsPerUnit(state.number(m, OuStep.X));
            double v = logits * state.number(m, OuStep.V);
            double sd = logits * deviation(state, m, OuStep.P22);
            for (int i = 0; i < NODES; i++) {
                values[m * NODES + i] = v + sd * StandardNormal.node(i);
            }
        }
        return of(values, state);
    }

    private static double deviation(BankState state, int model, int variance) {
        return StrictMath.sqrt(Math.max(0, state.number(model, variance)));
    }

    private static Mixture of(double[] values, BankState state) {
        double[] weights = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            weights[i] = state.weight(i / NODES) / NODES;
        }
        mergeSort(values, weights);
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            double weight = weights[i];
            weights[i] = sum + weight / 2;
            sum += weight;
        }
        return new Mixture(values, weights);
    }

    /** Sorts by value, weights alongside; each model's nodes already rise, so runs of {@link StandardNormal#NODES} merge. */
    private static void mergeSort(double[] values, double[] weights) {
        double[] fromValues = new double[SIZE];
        double[] fromWeights = new double[SIZE];
        for (int run = NODES; run < SIZE; run *= 2) {
            System.arraycopy(values, 0, fromValues, 0, SIZE);
            System.arraycopy(weights, 0, fromWeights, 0, SIZE);
            for (int start = 0; start < SIZE; start += 2 * run) {
                int left = start;
                int right = start + run;
                for (int i = start; i < start + 2 * run; i++) {
                    boolean takeLeft =
                            right == start + 2 * run || (left < start + run && fromValues[left] <= fromValues[right]);
                    int taken = takeLeft ? left++ : right++;
                    values[i] = fromValues[taken];
                    weights[i] = fromWeights[taken];
                }
            }
        }
    }

    /** The value below which a part of the mixture lies; beyond the outermost nodes, the outermost node. */
    double quantile(double part) {
        if (part <= below[0]) {
            return values[0];
        }
        int i = 1;
        while (i < SIZE && below[i] < part) {
            i++;
        }
        if (i == SIZE) {
            return values[SIZE - 1];
        }
        double inside = (part - below[i - 1]) / (below[i] - below[i - 1]);
        return Math.min(values[i], values[i - 1] + inside * (values[i] - values[i - 1]));
    }

    Banded banded() {
        return new Banded(quantile(0.5), quantile(0.1), quantile(0.9), quantile(0.025), quantile(0.975));
    }
}
