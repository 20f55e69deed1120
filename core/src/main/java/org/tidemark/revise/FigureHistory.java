package org.tidemark.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that has been published of one figure, in order of publication. Immutable.
 *
 * <p>What is held is a map from instant to what was said then, and two different statements at one instant make a
 * conflict for good: a join-semilattice, so the history after any order and repetition of the same arrivals is the same.
 * What is believed is a function of that map alone.
 */
public final class FigureHistory {
    private static final FigureHistory EMPTY = new FigureHistory(List.of());

    private final List<Vintage> vintages;

    private FigureHistory(List<Vintage> vintages) {
        this.vintages = vintages;
    }

    public static FigureHistory empty() {
        return EMPTY;
    }

    /**
     * A history that was stored.
     *
     * @throws IllegalArgumentException unless the vintages come in strict order of publication
     */
    public static FigureHistory of(List<Vintage> inOrder) {
        for (int i = 1; i < inOrder.size(); i++) {
            if (!inOrder.get(i - 1).published().isBefore(inOrder.get(i).published())) {
                throw new IllegalArgumentException("vintages %d and %d are not in order of publication: %s, %s"
                        .formatted(i - 1, i, inOrder.get(i - 1), inOrder.get(i)));
            }
        }
        return new FigureHistory(List.copyOf(inOrder));
    }

    /** Takes in one more vintage and says what it changed. */
    public Absorbed absorb(Vintage arrived, double tolerance) {
        int at = 0;
        while (at < vintages.size() && vintages.get(at).published().isBefore(arrived.published())) {
            at++;
        }
        boolean sameInstant =
                at < vintages.size() && vintages.get(at).published().equals(arrived.published());
        return sameInstant ? restated(at, arrived, tolerance) : inserted(at, arrived, tolerance);
    }

    private Absorbed restated(int at, Vintage arrived, double tolerance) {
        Vintage held = vintages.get(at);
        if (!held.conflicting() && held.saysTheSame(arrived)) {
            return new Absorbed(this, Outcome.DUPLICATE, held, false);
        }
        List<Vintage> changed = new ArrayList<>(vintages);
        changed.set(at, held.inConflict());
        return result(changed, Outcome.CONFLICTING, held.inConflict(), tolerance);
    }

    private Absorbed inserted(int at, Vintage arrived, double tolerance) {
        List<Vintage> changed = new ArrayList<>(vintages);
        changed.add(at, arrived);
        return result(changed, outcome(at, arrived, tolerance), arrived, tolerance);
    }

    private Outcome outcome(int at, Vintage arrived, double tolerance) {
        if (at < vintages.size()) {
            return Outcome.LATE;
        }
        Vintage before = believed(vintages, tolerance);
        if (before != null && arrived.isCloseTo(before, tolerance)) {
            return Outcome.DUPLICATE;
        }
        if (arrived.value() == null) {
            return Outcome.WITHDRAWN;
        }
        return before == null ? Outcome.ACCEPTED : Outcome.REVISED;
    }

    private Absorbed result(List<Vintage> changed, Outcome outcome, Vintage stored, double tolerance) {
        Vintage before = believed(vintages, tolerance);
        Vintage after = believed(changed, tolerance);
        boolean differs =
                before == null ? after != null && after.value() != null : after == null || !before.saysTheSame(after);
        return new Absorbed(new FigureHistory(List.copyOf(changed)), outcome, stored, differs);
    }

    /** What is believed now; null when nothing is held but conflicts. Its value is null when withdrawn. */
    public @Nullable Vintage latest(double tolerance) {
        return believed(vintages, tolerance);
    }

    /** What was believed at an instant; null when nothing had been published. */
    public @Nullable Vintage asOf(Instant instant, double tolerance) {
        int upTo = 0;
        while (upTo < vintages.size() && !vintages.get(upTo).published().isAfter(instant)) {
            upTo++;
        }
        return believed(vintages.subList(0, upTo), tolerance);
    }

    public List<Vintage> vintages() {
        return vintages;
    }

    /** The last vintage that said something new; a restatement that differs by rounding alone is not new. */
    private static @Nullable Vintage believed(List<Vintage> inOrder, double tolerance) {
        Vintage believed = null;
        for (Vintage next : inOrder) {
            if (!next.conflicting() && (believed == null || !next.isCloseTo(believed, tolerance))) {
                believed = next;
            }
        }
        return believed;
    }

    /**
     * What one arrival did.
     *
     * @param history with the arrival in it
     * @param outcome what it was
     * @param stored the vintage now held at the arrival's instant
     * @param beliefChanged whether another value is believed now than before
     */
    public record Absorbed(FigureHistory history, Outcome outcome, Vintage stored, boolean beliefChanged) {}

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FigureHistory that && vintages.equals(that.vintages);
    }

    @Override
    public int hashCode() {
        return vintages.hashCode();
    }

    @Override
    public String toString() {
        return vintages.toString();
    }
}
