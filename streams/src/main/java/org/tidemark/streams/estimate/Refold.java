package org.tidemark.streams.estimate;

import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Track;
import org.tidemark.streams.state.CellStore.Cell;
import org.tidemark.streams.state.CheckpointStore;
import org.tidemark.streams.state.CheckpointStore.Folded;
import org.tidemark.streams.state.ReadingStore;

/**
 * Brings the fold of one cell up to date: from the last state before the first change, over the readings behind it. The
 * result is the fold over all readings, bit for bit, whatever was kept in between.
 */
final class Refold {
    /** A state is kept every so many readings; a revision re-reads at most this many before it. */
    static final int KEPT_EVERY = 32;

    private final ReadingStore readings;
    private final CheckpointStore checkpoints;
    private @Nullable Folded last;

    Refold(ReadingStore readings, CheckpointStore checkpoints) {
        this.readings = readings;
        this.checkpoints = checkpoints;
    }

    /** The fold over all readings of a dirty cell; empty when none is left. */
    Optional<Folded> of(Cell cell) {
        Bytes from = Objects.requireNonNull(cell.dirtyFrom(), "only dirty cells are folded again");
        checkpoints.dropFrom(cell.key(), from);
        Folded kept = checkpoints.before(cell.key(), from).orElse(null);
        last = kept;
        readings.walk(cell.key(), kept == null ? null : kept.position(), this::fold);
        Folded newest = last;
        if (kept != null && !kept.equals(newest) && !isMilestone(kept)) {
            checkpoints.delete(kept.position());
        }
        if (newest != null) {
            checkpoints.put(newest);
        }
        return Optional.ofNullable(newest);
    }

    private void fold(ReadingStore.Entry entry) {
        Folded before = last;
        Track track = before == null
                ? Track.begin(entry.figure(), entry.reading())
                : before.track().append(entry.figure(), entry.reading());
        Folded folded = new Folded(
                entry.position(),
                track,
                entry.figure().period(),
                entry.reading().standardError());
        if (isMilestone(folded)) {
            checkpoints.put(folded);
        }
        last = folded;
    }

    private static boolean isMilestone(Folded folded) {
        return folded.track().bank().readings() % KEPT_EVERY == 0;
    }
}
