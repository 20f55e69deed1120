package org.tidemark.ledger;

import java.util.List;

/**
 * Which part of the variance of a product of independent numbers comes from which: exact, by Shapley's value (Owen 2014).
 * Var/mean^2 is the sum over all sets of factors of the products of their squared variations; what comes from a set is
 * divided evenly among its members. The shares sum to 1.
 */
final class VarianceShares {
    private VarianceShares() {}

    /** In the order of the factors; all 0 when none has a spread. */
    static double[] of(List<Factor> factors) {
        int count = factors.size();
        double[] shares = new double[count];
        double total = 0;
        for (int set = 1; set < 1 << count; set++) {
            double product = 1;
            for (int i = 0; i < count; i++) {
                product *= (set >> i & 1) == 1 ? factors.get(i).squaredVariation() : 1;
            }
            total += product;
            for (int i = 0; i < count; i++) {
                shares[i] += (set >> i & 1) == 1 ? product / Integer.bitCount(set) : 0;
            }
        }
        for (int i = 0; i < count && total > 0; i++) {
            shares[i] /= total;
        }
        return shares;
    }
}
