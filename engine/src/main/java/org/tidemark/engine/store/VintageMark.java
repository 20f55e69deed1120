package org.tidemark.engine.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.FigureStore.Kind;
import org.tidemark.revise.Outcome;

/** The byte before a stored vintage: what it is, and above that what it was counted as, which older programs left at 0. */
final class VintageMark {
    private static final int KIND_MASK = 0x0f;
    private static final int COUNTED_SHIFT = 4;

    // Their places here are what is stored.
    private static final List<Outcome> COUNTED = List.of(
            Outcome.ACCEPTED,
            Outcome.DUPLICATE,
            Outcome.REVISED,
            Outcome.LATE,
            Outcome.WITHDRAWN,
            Outcome.QUARANTINED,
            Outcome.CONFLICTING);

    private VintageMark() {}

    static byte of(Held held) {
        int counted = held.counted() == null ? 0 : COUNTED.indexOf(held.counted()) + 1;
        return (byte) (held.kind().stored | counted << COUNTED_SHIFT);
    }

    static Kind kind(byte mark) {
        return Kind.of((byte) (mark & KIND_MASK));
    }

    static @Nullable Outcome counted(byte mark) {
        int counted = mark >> COUNTED_SHIFT;
        return counted == 0 ? null : COUNTED.get(counted - 1);
    }
}
