package org.tidemark.gap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.Term;

/**
 * One part of a gap.
 *
 * @param name last word of its measure
 * @param value percent; null where there is none
 * @param source where it comes from, or why there is none
 * @param terms what it is made of
 */
record Part(String name, @Nullable Normal value, String source, List<Term> terms) {
    Part {
        terms = List.copyOf(terms);
    }

    static Part unavailable(String name, String reason) {
        return new Part(name, null, reason, List.of());
    }

    /** What it takes from the gap, quantised; 0 where there is none, for then it is in the rest. */
    double taken() {
        return value == null ? 0 : Normal.quantised(value.mean());
    }

    double variance() {
        return value == null ? 0 : value.variance();
    }

    Estimate estimate(Said gap) {
        Said part = gap.part(name);
        return value == null
                ? part.withheld("unavailable: " + source)
                : part.value(List.of(value.at(Horizon.P0D)), terms);
    }

    /** As it is told beside the gap. */
    Term term() {
        String term = "part_" + name;
        return value == null
                ? Term.unavailable(term, Said.PERCENT, source)
                : new Term(term, taken(), value.deviation(), null, Term.Basis.ESTIMATED, Said.PERCENT, source);
    }
}
