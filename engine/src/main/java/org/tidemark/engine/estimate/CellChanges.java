package org.tidemark.engine.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.estimate.CellRun.Entry;
import org.tidemark.engine.table.Key;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Measurement;
import org.tidemark.news.Slot;
import org.tidemark.revise.ValueChange;

/** What one instant changed in the readings of each cell: made for that one act, thrown away after it. */
final class CellChanges {
    private final Map<EstimateKey, SortedMap<Key, Changed>> byCell = new HashMap<>();

    private record Changed(ValueChange change, @Nullable Measurement before, @Nullable Measurement after) {
        Slot slot() {
            return new Slot(
                    change.figure(),
                    before,
                    before == null ? null : change.before().since(),
                    after,
                    after == null ? null : change.after().since(),
                    change.batch());
        }
    }

    /** Notes what a figure was read as, and is. */
    void add(
            EstimateKey cell,
            Key position,
            ValueChange change,
            @Nullable Measurement before,
            @Nullable Measurement after) {
        byCell.computeIfAbsent(cell, c -> new TreeMap<>()).put(position, new Changed(change, before, after));
    }

    /**
     * The places of a cell, each as it was and as it is.
     *
     * @param read what is read now, from before the first change on, in the order of folding
     */
    List<Slot> slots(EstimateKey cell, List<Entry> read) {
        SortedMap<Key, Slot> slots = new TreeMap<>();
        for (Entry entry : read) {
            Measurement reading = entry.reading();
            if (reading != null) {
                slots.put(entry.position(), Slot.unchanged(entry.figure(), reading, entry.since()));
            }
        }
        byCell.getOrDefault(cell, new TreeMap<>()).forEach((position, changed) -> slots.put(position, changed.slot()));
        return List.copyOf(slots.values());
    }
}
