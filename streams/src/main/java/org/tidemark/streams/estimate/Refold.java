package org.tidemark.streams.estimate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Reading;
import org.tidemark.estimate.Track;
import org.tidemark.streams.state.CellStore.Cell;
import org.tidemark.streams.state.CheckpointStore;
import org.tidemark.streams.state.CheckpointStore.Folded;
import org.tidemark.streams.state.ReadingStore;

/**
 * Brings the fold of one cell up to date: from the last state before the first change, over the entries behind it. The
 * result is the fold over all entries, bit for bit, whatever was kept in between.
 *
 * <p>What is known since when is folded with the state, since both must come out the same in any order of arrival: a
 * maximum that only ever grew would remember statements that were taken back.
 */
final class Refold {
    /** A state is kept every so many places; a revision re-reads at most this many before it. */
    static final int KEPT_EVERY = 32;

    private final ReadingStore readings;
    private final CheckpointStore checkpoints;
    private int places;
    private Instant knownAt = Instant.EPOCH;
    private @Nullable Folded last;
    private final List<ReadingStore.Entry> read = new ArrayList<>();

    Refold(ReadingStore readings, CheckpointStore checkpoints) {
        this.readings = readings;
        this.checkpoints = checkpoints;
    }

    /**
     * What came of it.
     *
     * @param before the fold as it was
     * @param after the fold over all entries; null when there is nothing to read
     * @param knownAt latest publication instant of what the entries say, withdrawals among them
     * @param kept the fold that was gone on from; null when it began anew
     * @param read the entries behind that
     */
    record Result(
            @Nullable Folded before,
            @Nullable Folded after,
            Instant knownAt,
            @Nullable Folded kept,
            List<ReadingStore.Entry> read) {
        boolean changed() {
            return !Objects.equals(before, after);
        }
    }

    Result of(Cell cell) {
        Bytes from = Objects.requireNonNull(cell.dirtyFrom(), "only dirty cells are folded again");
        Folded before = checkpoints.newest(cell.key()).orElse(null);
        checkpoints.dropFrom(cell.key(), from);
        Folded kept = checkpoints.before(cell.key(), from).orElse(null);
        if (kept != null) {
            last = kept;
            places = kept.places();
            knownAt = kept.knownAt();
        }
        readings.walk(cell.key(), kept == null ? null : kept.position(), this::fold);
        keepNewest(kept);
        return new Result(before, last, knownAt, kept, read);
    }

    private void keepNewest(@Nullable Folded kept) {
        Folded newest = last;
        if (kept != null && !kept.equals(newest) && !isMilestone(kept)) {
            checkpoints.delete(kept.position());
        }
        if (newest != null) {
            checkpoints.put(newest);
        }
    }

    private void fold(ReadingStore.Entry entry) {
        read.add(entry);
        places++;
        knownAt = entry.since().isAfter(knownAt) ? entry.since() : knownAt;
        Reading reading = entry.reading();
        Folded folded = reading == null ? passed(entry) : read(entry, reading);
        if (folded != null && isMilestone(folded)) {
            checkpoints.put(folded);
        }
        last = folded;
    }

    /** Nothing to read there: the same state, known at that place. */
    private @Nullable Folded passed(ReadingStore.Entry entry) {
        Folded before = last;
        return before == null
                ? null
                : new Folded(
                        entry.position(), places, knownAt, before.track(), before.newest(), before.standardError());
    }

    private Folded read(ReadingStore.Entry entry, Reading reading) {
        Folded before = last;
        Track track = before == null
                ? Track.begin(entry.figure(), reading)
                : before.track().append(entry.figure(), reading);
        return new Folded(
                entry.position(), places, knownAt, track, entry.figure().period(), reading.standardError());
    }

    private static boolean isMilestone(Folded folded) {
        return folded.places() % KEPT_EVERY == 0;
    }
}
