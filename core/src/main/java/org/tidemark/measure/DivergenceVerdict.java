package org.tidemark.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;

/**
 * What all scales say together.
 *
 * @param diverging probability, at least, that they drift apart on every scale
 * @param converging probability, at least, that they come together on every scale
 * @param words the numbers that it rests on, for people
 */
public record DivergenceVerdict(double diverging, double converging, String words) {
    static final String DIVERGING = "diverging";
    static final String CONVERGING = "converging";
    private static final String SEPARATOR = "; ";

    /**
     * Of one comparison for each scale. The scales see the same figures, so how their errors go together is not told: the
     * bound holds however they do (Bonferroni).
     */
    static DivergenceVerdict of(Map<DispersionScale, Comparison> scales) {
        double diverging = 1;
        double converging = 1;
        for (Comparison scale : scales.values()) {
            diverging -= 1 - scale.diverging();
            converging -= 1 - scale.converging();
        }
        String words = scales.entrySet().stream()
                .map(scale -> scale.getValue().words(scale.getKey()))
                .collect(Collectors.joining(SEPARATOR));
        return new DivergenceVerdict(Math.max(0, diverging), Math.max(0, converging), words);
    }

    /** From -1, they come together for sure, to 1, they drift apart for sure; 0 where the scales contradict one another. */
    public double signed() {
        return diverging - converging;
    }

    /** As an estimate tells it; empty of any other estimate, and where it is withheld. */
    public static Optional<DivergenceVerdict> of(Estimate estimate) {
        if (!estimate.key().measure().equals(Divergence.VERDICT)) {
            return Optional.empty();
        }
        Double diverging = value(estimate, DIVERGING);
        Double converging = value(estimate, CONVERGING);
        if (diverging == null || converging == null) {
            return Optional.empty();
        }
        String words = Arrays.stream(DispersionScale.values())
                .flatMap(scale -> estimate.terms().stream()
                        .filter(term -> term.name().equals(scale.written() + '.' + DIVERGING))
                        .map(Term::source))
                .collect(Collectors.joining(SEPARATOR));
        return Optional.of(new DivergenceVerdict(diverging, converging, words));
    }

    private static @Nullable Double value(Estimate estimate, String name) {
        return estimate.terms().stream()
                .filter(term -> term.name().equals(name))
                .findFirst()
                .map(Term::value)
                .orElse(null);
    }
}
