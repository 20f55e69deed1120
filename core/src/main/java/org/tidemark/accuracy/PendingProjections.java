package org.tidemark.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.estimate.Measurement;

/**
 * The projections of one economy that wait for their figures. Of each horizon those are kept that lie at least a twelfth of
 * it apart, so that their number stays small however often figures come.
 *
 * @param newest event time of the newest figure that projections were made from, years
 * @param waiting in the order of making
 */
public record PendingProjections(double newest, List<PendingProjection> waiting) {
    /** Nothing was projected yet. */
    public static final PendingProjections NONE = new PendingProjections(Double.NEGATIVE_INFINITY, List.of());

    private static final double KEPT_A_HORIZON = 12;

    public PendingProjections {
        waiting = List.copyOf(waiting);
    }

    /** Those that a figure is the first word on: of each measure and horizon the one whose time is nearest. */
    List<PendingProjection> due(Measurement figure) {
        List<PendingProjection> due = new ArrayList<>();
        for (PendingProjection one : waiting) {
            boolean nearest = one.isOf(figure.time())
                    && waiting.stream().noneMatch(other -> isAlike(one, other) && isNearer(other, one, figure));
            if (nearest) {
                due.add(one);
            }
        }
        return due;
    }

    private static boolean isAlike(PendingProjection one, PendingProjection other) {
        return one.months() == other.months() && Objects.equals(one.measure(), other.measure());
    }

    /** Of two that are as near the earlier one counts. */
    private static boolean isNearer(PendingProjection one, PendingProjection than, Measurement figure) {
        double away = one.away(figure.time());
        double itsAway = than.away(figure.time());
        return away < itsAway || (away == itsAway && one.from() < than.from());
    }

    /** Without some of them. */
    PendingProjections without(List<PendingProjection> matured) {
        List<PendingProjection> left = new ArrayList<>(waiting);
        left.removeAll(matured);
        return new PendingProjections(newest, left);
    }

    /** With what is said from a newest figure on; what no figure can answer any more is left out. */
    PendingProjections with(double time, List<PendingProjection> made) {
        List<PendingProjection> now = new ArrayList<>(waiting);
        now.removeIf(one -> one.isOverdue(time));
        for (PendingProjection one : made) {
            Optional<PendingProjection> last =
                    now.stream().filter(other -> isAlike(one, other)).reduce((before, after) -> after);
            double apart = (one.target() - one.from()) / KEPT_A_HORIZON;
            if (last.isEmpty() || one.from() - last.get().from() >= apart) {
                now.add(one);
            }
        }
        return new PendingProjections(time, now);
    }
}
