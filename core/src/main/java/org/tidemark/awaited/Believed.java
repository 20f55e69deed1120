package org.tidemark.awaited;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.HeldFigures;

/**
 * What is believed of an economy, or of a panel of economies, which stands as one, and what is asked of it.
 *
 * @param held all that is believed; it is changed while courses are gone through, and then as it was
 * @param penetration makes the penetrations that are read from some indicators; a panel has none
 * @param composed the estimators that rest on them, in their order
 * @param measures that are asked for: of others nothing is told
 */
public record Believed(
        HeldFigures held,
        Optional<Function<Set<String>, Estimator>> penetration,
        List<Estimator> composed,
        Predicate<String> measures) {
    public Believed {
        composed = List.copyOf(composed);
    }

    /** Of one economy. */
    public static Believed ofEconomy(
            HeldFigures held,
            Function<Set<String>, Estimator> penetration,
            List<Estimator> composed,
            Predicate<String> measures) {
        return new Believed(held, Optional.of(penetration), composed, measures);
    }

    /** Of a panel of economies. */
    public static Believed ofPanel(HeldFigures held, List<Estimator> composed, Predicate<String> measures) {
        return new Believed(held, Optional.empty(), composed, measures);
    }
}
