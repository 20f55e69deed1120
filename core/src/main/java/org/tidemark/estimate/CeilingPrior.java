package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What is assumed of the share that a diffusion ends at, since young curves do not show it. An assumption, shown
 * wherever a date rests on it.
 *
 * @param ceilings shares, rising, the last one 1
 * @param weights of the ceilings, above 0, sum 1
 */
public record CeilingPrior(List<Double> ceilings, List<Double> weights) {
    /** None preferred on (0, 1], as for the stage: the middles of twenty equal parts, and 1 for the last. */
    public static final CeilingPrior EQUAL = uniform(20);

    /** The ceilings that a date is told for one by one, besides the mixture: shares, rising. */
    public static final List<Double> TOLD = List.of(0.15, 0.3, 0.6, 1.0);

    private static final double ROUNDING = 1e-9;

    public CeilingPrior {
        ceilings = List.copyOf(ceilings);
        weights = List.copyOf(weights);
        double sum = weights.stream().mapToDouble(w -> w).sum();
        boolean positive = weights.stream().allMatch(w -> w > 0);
        if (ceilings.size() != weights.size() || !positive || !(Math.abs(sum - 1) < ROUNDING)) {
            throw new IllegalArgumentException(
                    "weights %s of ceilings %s; give each ceiling one above 0, sum 1".formatted(weights, ceilings));
        }
        // The last one must be possible whatever the level, else nothing may be left to mix.
        if (!rising(ceilings) || ceilings.get(ceilings.size() - 1) != 1) {
            throw new IllegalArgumentException("ceilings %s; they must rise within (0, 1] to 1".formatted(ceilings));
        }
    }

    private static CeilingPrior uniform(int parts) {
        List<Double> ceilings = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            ceilings.add(i == parts - 1 ? 1 : (i + 0.5) / parts);
            weights.add(1.0 / parts);
        }
        return new CeilingPrior(ceilings, weights);
    }

    private static boolean rising(List<Double> ceilings) {
        double before = 0;
        for (double ceiling : ceilings) {
            if (!(ceiling > before)) {
                return false;
            }
            before = ceiling;
        }
        return true;
    }

    /** Names every number, for the version of a model: {@code ceilings(0.15:0.25 1.0:0.75)}; the uniform one by its size. */
    public String label() {
        if (equals(EQUAL)) {
            return "ceilings(uniform:%d)".formatted(ceilings.size());
        }
        StringJoiner label = new StringJoiner(" ", "ceilings(", ")");
        for (int i = 0; i < ceilings.size(); i++) {
            label.add(ceilings.get(i) + ":" + weights.get(i));
        }
        return label.toString();
    }
}
