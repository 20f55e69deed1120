package org.tidemark.news;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;

/**
 * The readings of one cell behind a checkpoint, while an update is applied to them piece by piece: it begins as they were
 * before it.
 */
final class Tail {
    private final @Nullable BankState from;
    private final List<Slot> slots;
    private final List<@Nullable Measurement> readings = new ArrayList<>();

    /**
     * As it was before the update.
     *
     * @param from state that the fold begins with; null at the beginning of all
     * @param slots in the order of folding
     */
    Tail(@Nullable BankState from, List<Slot> slots) {
        this.from = from;
        this.slots = slots;
        slots.forEach(slot -> readings.add(slot.before()));
    }

    List<Slot> slots() {
        return slots;
    }

    /** Makes a slot as it is after the update. */
    void apply(int slot) {
        readings.set(slot, slots.get(slot).after());
    }

    /** The last slot that is read; -1 when none is. */
    int last() {
        int last = readings.size() - 1;
        while (last >= 0 && readings.get(last) == null) {
            last--;
        }
        return last;
    }

    /** The fold over all that is read now; null when that is nothing. */
    @Nullable
    BankState state() {
        List<@Nullable BankState> states = states();
        return states.get(states.size() - 1);
    }

    /** The fold over what is read before each slot, and at the end over all; null where that is nothing. */
    List<@Nullable BankState> states() {
        List<@Nullable BankState> states = new ArrayList<>();
        BankState state = from;
        states.add(state);
        for (Measurement reading : readings) {
            if (reading != null) {
                state = state == null ? FilterBank.begin(reading) : FilterBank.update(state, reading);
            }
            states.add(state);
        }
        return states;
    }

    /** The level published of a state, as a share. */
    static double level(BankState state) {
        return PenetrationReport.level(state).value();
    }
}
