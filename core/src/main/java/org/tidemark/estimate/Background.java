package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Estimates that stand in the background: they are computed, and told to who asks for them by name, but in no table, ranking
 * or dashboard, where a reader would take them for more than they are. They carry a term that says why.
 */
public final class Background {
    /** The name of the term. */
    public static final String TERM = "background";

    private Background() {}

    /** The term of an estimate that stands in the background. */
    public static Term because(String why, String unit) {
        return Term.unavailable(TERM, unit, "stands in no table, ranking or dashboard: " + why);
    }

    /** The estimate with that term behind those that it has, where there is a reason; as it is where there is none. */
    public static Estimate of(Estimate estimate, @Nullable String why) {
        if (why == null) {
            return estimate;
        }
        List<Term> terms = new ArrayList<>(estimate.terms());
        terms.add(because(why, estimate.unit()));
        return estimate.with(terms);
    }

    /** Why an estimate stands in the background; empty where it does not. */
    public static Optional<String> why(Estimate estimate) {
        return estimate.terms().stream()
                .filter(t -> t.name().equals(TERM))
                .map(Term::source)
                .findFirst();
    }
}
