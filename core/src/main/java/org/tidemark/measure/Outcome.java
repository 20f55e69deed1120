package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.series.Period;

/**
 * What a kind says of its parts: a number with its band, or why there is none.
 *
 * @param levels none where it is withheld
 * @param period that the number is about; null for the newest of all that it rests on
 */
record Outcome(List<HorizonValue> levels, List<Term> terms, @Nullable Period period, @Nullable String withheld) {
    Outcome {
        levels = List.copyOf(levels);
        terms = List.copyOf(terms);
    }

    static Outcome withheld(String reason, Object... parts) {
        return new Outcome(List.of(), List.of(), null, String.format(java.util.Locale.ROOT, reason, parts));
    }

    /** Terms in the order in which they are told. */
    static final class Told {
        private final List<Term> terms = new ArrayList<>();

        Told add(String name, double value, String unit, String source) {
            return add(name, value, null, unit, source);
        }

        /** What is not finite is not told as a number. */
        Told add(String name, double value, @Nullable Double sd, String unit, String source) {
            terms.add(
                    Double.isFinite(value) && (sd == null || Double.isFinite(sd))
                            ? new Term(name, value, sd, null, Term.Basis.ESTIMATED, unit, source)
                            : Term.unavailable(name, unit, source));
            return this;
        }

        Told assumed(String name, double value, String unit, String citation) {
            terms.add(new Term(name, value, null, null, Term.Basis.ASSUMED, unit, citation));
            return this;
        }

        Outcome outcome(Banded band, @Nullable Double negative, @Nullable Period period) {
            return new Outcome(List.of(new HorizonValue(Horizon.P0D, band, negative)), terms, period, null);
        }
    }
}
