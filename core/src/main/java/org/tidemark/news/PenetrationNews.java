package org.tidemark.news;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.ReleaseRules;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.Surprises;
import org.tidemark.news.NewsLine.Kind;

/**
 * Why the level of a cell moved. The change is made in stages, each the difference of two folds, so that all sums up:
 *
 * <ol>
 *   <li>what was published, to the same figures with the present parameters;
 *   <li>figures that the fold meets before its old end, revised or new, group after group;
 *   <li>the passing of time, from the old end to the newest figure;
 *   <li>figures behind the old end, all at once: each by its surprise, and the rest is re-weighting;
 *   <li>withdrawals, group after group.
 * </ol>
 */
public final class PenetrationNews {
    private final Update update;
    private final Tail tail;
    private final double unit;
    private final LineSheet sheet = new LineSheet();
    /** What the estimate would be after what has been told so far. */
    private double level;

    /**
     * One update of one cell.
     *
     * @param asOf the instant that the new level was known at
     * @param unit of the estimate: {@code percent}, or shares
     * @param before the level that was published last, in that unit
     * @param knownBefore latest publication instant of what that level rests on
     */
    public record Update(
            EstimateKey key, Instant asOf, String unit, double before, Instant knownBefore, ReleaseRules rules) {}

    private PenetrationNews(Update update, Tail tail) {
        this.update = update;
        this.tail = tail;
        this.unit = PenetrationReport.scale(update.unit());
        this.level = update.before();
    }

    /**
     * The change, line by line.
     *
     * @param from state of the fold before the first slot; null when that is the first of all
     * @param slots in the order of folding
     * @param after the level that is published now
     * @throws IllegalArgumentException when nothing is read after the update
     */
    public static News of(Update update, @Nullable BankState from, List<Slot> slots, double after) {
        return new PenetrationNews(update, new Tail(from, slots)).tell(after);
    }

    /** Where nothing that was read counts any more, the readings themselves are made otherwise: parameters. */
    private News tell(double after) {
        BankState was = tail.state();
        double made = was == null ? after : unit * Tail.level(was);
        if (made != level) {
            moveTo(Group.of(Kind.PARAMETERS), made);
        }
        if (was != null) {
            int end = tail.last();
            inside(end);
            ahead(end);
            withdrawn();
        }
        return new News(update.key(), update.asOf(), Horizon.P0D, update.unit(), update.before(), after, sheet.lines());
    }

    /** Figures before the old end: what is expected of a new one is what was expected at its place. */
    private void inside(int end) {
        SortedMap<Group, List<Integer>> groups = groups(0, end + 1, slot -> slot.isRevised() || slot.isNew());
        if (groups.isEmpty()) {
            return;
        }
        List<@Nullable BankState> states = tail.states();
        groups.forEach((group, slots) -> slots.forEach(i -> count(group, i, forecast(i, states.get(i)))));
        oneByOne(groups);
    }

    private @Nullable Double forecast(int slot, @Nullable BankState state) {
        Measurement held = tail.slots().get(slot).before();
        if (held != null) {
            return unit * held.share();
        }
        return state == null ? null : Double.valueOf(expected(state, after(slot)));
    }

    private void withdrawn() {
        SortedMap<Group, List<Integer>> groups = groups(0, tail.slots().size(), Slot::isWithdrawn);
        groups.forEach((group, slots) -> slots.forEach(i -> count(group, i, forecast(i, null))));
        oneByOne(groups);
    }

    private double expected(BankState state, Measurement reading) {
        return unit * Tail.level(FilterBank.predict(state, reading.time() - state.time()));
    }

    private void oneByOne(SortedMap<Group, List<Integer>> groups) {
        groups.forEach((group, slots) -> {
            slots.forEach(tail::apply);
            moveTo(group, unit * Tail.level(fold()));
        });
    }

    private void ahead(int end) {
        SortedMap<Group, List<Integer>> groups = groups(end + 1, tail.slots().size(), Slot::isNew);
        if (groups.isEmpty()) {
            return;
        }
        List<Integer> slots =
                groups.values().stream().flatMap(List::stream).sorted().toList();
        List<Measurement> readings = slots.stream().map(this::after).toList();
        BankState before = fold();
        double target = readings.get(readings.size() - 1).time();
        if (target > before.time()) {
            BankState then = FilterBank.predict(before, target - before.time());
            moveTo(Group.of(Kind.PASSING_OF_TIME), unit * Tail.level(then));
        }
        List<Double> impacts = Surprises.impacts(before, readings);
        groups.forEach((group, its) -> its.forEach(i -> {
            count(group, i, expected(before, after(i)));
            double impact = unit * impacts.get(slots.indexOf(i));
            sheet.move(group, impact);
            level += impact;
        }));
        slots.forEach(tail::apply);
        moveTo(Group.of(Kind.REWEIGHTING), unit * Tail.level(fold()));
    }

    private void count(Group group, int slot, @Nullable Double forecast) {
        Slot its = tail.slots().get(slot);
        Measurement after = its.after();
        sheet.count(group, its.figure(), forecast, after == null ? null : Double.valueOf(unit * after.share()));
    }

    private void moveTo(Group group, double next) {
        sheet.move(group, next - level);
        level = next;
    }

    private BankState fold() {
        BankState state = tail.state();
        if (state == null) {
            throw new IllegalArgumentException(
                    "%s: a level that rests on nothing has no news; ask only where there was a number before and is one after"
                            .formatted(update.key()));
        }
        return state;
    }

    private Measurement after(int slot) {
        return Objects.requireNonNull(tail.slots().get(slot).after());
    }

    private interface Picked {
        boolean picks(Slot slot);
    }

    private SortedMap<Group, List<Integer>> groups(int from, int to, Picked picked) {
        SortedMap<Group, List<Integer>> groups = new TreeMap<>();
        for (int i = from; i < to; i++) {
            Slot slot = tail.slots().get(i);
            if (picked.picks(slot)) {
                groups.computeIfAbsent(group(i, slot), g -> new ArrayList<>()).add(i);
            }
        }
        return groups;
    }

    private Group group(int at, Slot slot) {
        Kind kind = slot.isWithdrawn() ? Kind.WITHDRAWALS : slot.isNew() ? Kind.NEW_FIGURES : Kind.REVISIONS;
        boolean breaks = !slot.isWithdrawn() && crossesBreak(at, slot);
        return Group.of(
                breaks ? Kind.BREAK : kind,
                slot.figure().series(),
                Objects.requireNonNull(slot.batch(), () -> slot.figure() + " changed, and no release changed it"));
    }

    private boolean crossesBreak(int at, Slot slot) {
        Instant since = slot.isRevised() ? slot.beforeSince() : lastOfSeries(at, slot);
        Instant now = slot.afterSince();
        return since != null
                && now != null
                && update.rules().breakOf(slot.figure().series(), since, now).isPresent();
    }

    /** When the figure before it of the same series was published; where the fold begins behind that, the newest of all. */
    private Instant lastOfSeries(int at, Slot slot) {
        for (int i = at - 1; i >= 0; i--) {
            Slot earlier = tail.slots().get(i);
            Instant since = earlier.beforeSince();
            if (since != null && earlier.figure().series().equals(slot.figure().series())) {
                return since;
            }
        }
        return update.knownBefore();
    }
}
