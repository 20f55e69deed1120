package org.tidemark.release;

import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.series.BatchId;
import org.tidemark.series.Observation;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Validator;
import org.tidemark.validate.Verdict;

/**
 * Looks once more at figures that were refused, with another catalogue: which releases hold some that would be accepted now. A
 * figure has its place in its release, so however often it was refused it is one.
 */
public final class SecondLook {
    /** What a catalogue decides on; anything else is refused whatever it says. */
    private static final Set<RejectReason> OF_THE_CATALOGUE = EnumSet.of(
            RejectReason.UNKNOWN_INDICATOR,
            RejectReason.UNKNOWN_ECONOMY,
            RejectReason.WRONG_UNIT,
            RejectReason.OUT_OF_RANGE,
            RejectReason.BAD_PERIOD,
            RejectReason.BAD_PUBLISHED,
            RejectReason.PUBLISHED_BEFORE_PERIOD);

    private final Validator validator;
    private final Map<Part, Refused> byPart = new HashMap<>();
    private final Map<Part, Integer> refusedLast = new HashMap<>();

    /** Looks with the catalogue of this validator. */
    public SecondLook(Validator validator) {
        this.validator = validator;
    }

    /** One release in one economy. In the order of history. */
    public record Part(String economy, BatchId batch) implements Comparable<Part> {
        private static final Comparator<Part> ORDER =
                Comparator.comparing(Part::batch).thenComparing(Part::economy);

        @Override
        public int compareTo(Part other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Refused {
        private final BitSet all = new BitSet();
        private final BitSet passing = new BitSet();
    }

    /** Whether a catalogue has a say in such a refusal. */
    public static boolean isOfTheCatalogue(RejectReason reason) {
        return OF_THE_CATALOGUE.contains(reason);
    }

    /** Takes in a figure that was refused for such a reason. */
    public void refused(Observation o) {
        Refused refused = byPart.computeIfAbsent(new Part(o.economy(), o.batch()), part -> new Refused());
        refused.all.set(o.ordinal());
        if (validator.judge(o) instanceof Verdict.Accepted) {
            refused.passing.set(o.ordinal());
        }
    }

    /** Takes in what a release came to; the last word counts. */
    public void applied(ReleaseOutcome outcome) {
        int count = outcome.rejected().entrySet().stream()
                .filter(reason -> isOfTheCatalogue(reason.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        refusedLast.put(new Part(outcome.economy(), outcome.batch()), count);
    }

    /** How many figures of each release would be accepted now and are not; releases without any are left out. */
    public SortedMap<Part, Integer> returning() {
        SortedMap<Part, Integer> returning = new TreeMap<>();
        byPart.forEach((part, refused) -> {
            int stay = refused.all.cardinality() - refused.passing.cardinality();
            int last = refusedLast.getOrDefault(part, refused.all.cardinality());
            if (last > stay && !refused.passing.isEmpty()) {
                returning.put(part, last - stay);
            }
        });
        return returning;
    }
}
