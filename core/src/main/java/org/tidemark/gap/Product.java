package org.tidemark.gap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products of independent numbers, with exact moments: the linear rule fails where one of them has mean 0. */
final class Product {
    private Product() {}

    /** Mean and standard deviation of the product. */
    static Normal of(List<Normal> factors) {
        return new Normal(mean(factors), StrictMath.sqrt(variance(factors)));
    }

    /**
     * The share of the product's variance that one factor alone explains (a first-order Sobol index); what only several
     * together explain is nobody's, so the shares may sum to less than 1. Null when the product is certain.
     */
    static @Nullable Double shareOfVariance(List<Normal> factors, int one) {
        double variance = variance(factors);
        if (!(variance > 0)) {
            return null;
        }
        double others = 1;
        for (int i = 0; i < factors.size(); i++) {
            others *= i == one ? 1 : factors.get(i).mean();
        }
        return Math.min(1, others * others * factors.get(one).variance() / variance);
    }

    private static double mean(List<Normal> factors) {
        return factors.stream().mapToDouble(Normal::mean).reduce(1, (a, b) -> a * b);
    }

    private static double variance(List<Normal> factors) {
        double mean = mean(factors);
        double square = factors.stream()
                .mapToDouble(f -> f.mean() * f.mean() + f.variance())
                .reduce(1, (a, b) -> a * b);
        return Math.max(0, square - mean * mean);
    }
}
