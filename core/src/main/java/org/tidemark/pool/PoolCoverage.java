package org.tidemark.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.estimate.StandardNormal;

/**
 * How often the bands of the pool's forecasts, one figure ahead, held the figure that came.
 *
 * @param concept of the figures
 * @param beside whether another instrument was held; where none was, the pool told nothing
 * @param figures how many, above 0
 * @param held80 how many of them in the band of 80 %
 * @param held95 how many in that of 95 %
 * @param meanSquare of their deviations: 1 where the bands are as wide as they should be, less where they are too wide
 */
public record PoolCoverage(String concept, boolean beside, int figures, int held80, int held95, double meanSquare) {
    private record Kind(String concept, boolean beside) {}

    /** One for each concept, in their order, where others were held and where none was. */
    public static List<PoolCoverage> of(List<PoolSurprise> surprises) {
        SortedMap<Kind, List<PoolSurprise>> kinds = new TreeMap<>(Comparator.comparing(Kind::concept)
                .thenComparing(Comparator.comparing(Kind::beside).reversed()));
        surprises.forEach(s -> kinds.computeIfAbsent(new Kind(s.concept(), s.beside()), k -> new ArrayList<>())
                .add(s));
        List<PoolCoverage> all = new ArrayList<>();
        kinds.forEach((kind, of) -> all.add(new PoolCoverage(
                kind.concept(),
                kind.beside(),
                of.size(),
                within(StandardNormal.Z90, of),
                within(StandardNormal.Z975, of),
                of.stream().mapToDouble(s -> s.deviations() * s.deviations()).sum() / of.size())));
        return all;
    }

    private static int within(double deviations, List<PoolSurprise> surprises) {
        return (int) surprises.stream()
                .filter(s -> Math.abs(s.deviations()) <= deviations)
                .count();
    }

    /** The part of the figures that the band of 80 % held, 0 to 1. */
    public double share80() {
        return (double) held80 / figures;
    }

    /** Probability that a band of 80 % holds so many or more of so many, each by itself. */
    public double atLeast() {
        double sum = 0;
        double logChoose = 0;
        for (int k = figures; k >= held80; k--) {
            sum += StrictMath.exp(logChoose + k * StrictMath.log(0.8) + (figures - k) * StrictMath.log(0.2));
            logChoose += StrictMath.log(k) - StrictMath.log(figures - k + 1.0);
        }
        return Math.min(1, sum);
    }
}
