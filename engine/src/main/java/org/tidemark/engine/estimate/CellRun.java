package org.tidemark.engine.estimate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.estimate.FilterState;
import org.tidemark.estimate.Measurement;
import org.tidemark.penetration.Pace;
import org.tidemark.penetration.SmoothedPath;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/**
 * What is read of one cell in the order of folding, and states of the fold to go on from. The result is the fold over all
 * entries, bit for bit, whatever was kept in between.
 *
 * <p>What is known since when is folded with the state, since both must come out the same in any order of arrival: a
 * maximum that only ever grew would remember statements that were taken back.
 */
final class CellRun {
    /** A state is kept every so many places; a revision re-reads at most this many before it. */
    static final int KEPT_EVERY = 32;

    private final NavigableMap<Key, Entry> entries = new TreeMap<>();
    private final NavigableMap<Key, Folded> kept = new TreeMap<>();
    private String unit;
    private @Nullable Key dirtyFrom;

    CellRun(String unit) {
        this.unit = unit;
    }

    /**
     * What is believed of one figure, and its place in the fold.
     *
     * @param since when that was published
     * @param reading null when the figure is withdrawn: nothing to read, but something that is known
     */
    record Entry(Key position, FigureId figure, Instant since, @Nullable Measurement reading) {}

    /**
     * A fold up to and with the entry at a place.
     *
     * @param places how many entries were folded, withdrawn ones among them
     * @param knownAt latest publication instant of what those entries say
     * @param newest reference period of the last reading
     * @param standardError of the last reading, in shares
     * @param pace how often readings come
     */
    record Folded(
            Key position,
            int places,
            Instant knownAt,
            FilterState track,
            Period newest,
            double standardError,
            Pace pace) {
        private boolean isMilestone() {
            return places % KEPT_EVERY == 0;
        }
    }

    /**
     * What came of bringing the fold up to date.
     *
     * @param before the fold as it was
     * @param after the fold over all entries; null when there is nothing to read
     * @param knownAt latest publication instant of what the entries say, withdrawals among them
     * @param kept the fold that was gone on from; null when it began anew
     * @param read the entries behind that
     */
    record Result(
            @Nullable Folded before, @Nullable Folded after, Instant knownAt, @Nullable Folded kept, List<Entry> read) {
        boolean changed() {
            return !Objects.equals(before, after);
        }
    }

    /** Where a figure lies in the fold. */
    static Key position(FigureId figure) {
        return new KeyBuilder()
                .real(figure.period().midYear())
                .number(figure.period().days())
                .text(figure.series().source())
                .text(figure.series().indicator())
                .day(figure.period().start())
                .key();
    }

    /** Of the units of its indicators a cell has the first by name. */
    String unit() {
        return unit;
    }

    boolean isDirty() {
        return dirtyFrom != null;
    }

    int size() {
        return entries.size();
    }

    /** What is read, in the order of folding. */
    List<SmoothedPath.Figure> figures() {
        List<SmoothedPath.Figure> figures = new ArrayList<>();
        for (Entry entry : entries.values()) {
            Measurement reading = entry.reading();
            if (reading != null) {
                figures.add(new SmoothedPath.Figure(entry.figure().period(), reading));
            }
        }
        return figures;
    }

    /** What is read of one source, in the order of folding. */
    List<Entry> read(String source) {
        return entries.values().stream()
                .filter(entry -> entry.reading() != null
                        && entry.figure().series().source().equals(source))
                .toList();
    }

    /** The states that are kept, in the order of their places. */
    List<Folded> kept() {
        return List.copyOf(kept.values());
    }

    /** Puts a reading, or that there is none, in its place. Returns the place when that changed anything, else null. */
    @Nullable
    Key put(FigureId figure, String itsUnit, Instant since, @Nullable Measurement reading) {
        Key position = position(figure);
        Entry entry = new Entry(position, figure, since, reading);
        if (entry.equals(entries.put(position, entry))) {
            return null;
        }
        touch(itsUnit, position);
        return position;
    }

    /** Forgets a figure of which nothing is believed. Returns its place when there was one, else null. */
    @Nullable
    Key remove(FigureId figure, String itsUnit) {
        Key position = position(figure);
        if (entries.remove(position) == null) {
            return null;
        }
        touch(itsUnit, position);
        return position;
    }

    private void touch(String itsUnit, Key position) {
        unit = unit.compareTo(itsUnit) > 0 ? itsUnit : unit;
        Key earlier = dirtyFrom;
        dirtyFrom = earlier != null && earlier.compareTo(position) <= 0 ? earlier : position;
    }

    /** Brings the fold up to date: from the last state before the first change, over the entries behind it. */
    Result fold() {
        Key from = Objects.requireNonNull(dirtyFrom, "only dirty cells are folded again");
        dirtyFrom = null;
        Map.Entry<Key, Folded> newest = kept.lastEntry();
        kept.tailMap(from, true).clear();
        Map.Entry<Key, Folded> start = kept.lastEntry();
        Folded goneOnFrom = start == null ? null : start.getValue();
        Fold fold = new Fold(goneOnFrom);
        (goneOnFrom == null ? entries : entries.tailMap(goneOnFrom.position(), false))
                .values()
                .forEach(fold::add);
        fold.keepNewest(goneOnFrom);
        return new Result(newest == null ? null : newest.getValue(), fold.last, fold.knownAt, goneOnFrom, fold.read);
    }

    private final class Fold {
        private final List<Entry> read = new ArrayList<>();
        private int places;
        private Instant knownAt;
        private @Nullable Folded last;

        private Fold(@Nullable Folded from) {
            last = from;
            places = from == null ? 0 : from.places();
            knownAt = from == null ? Instant.EPOCH : from.knownAt();
        }

        private void add(Entry entry) {
            read.add(entry);
            places++;
            knownAt = entry.since().isAfter(knownAt) ? entry.since() : knownAt;
            Measurement reading = entry.reading();
            Folded folded = reading == null ? passed(entry) : read(entry, reading);
            if (folded != null && folded.isMilestone()) {
                kept.put(folded.position(), folded);
            }
            last = folded;
        }

        /** Nothing to read there: the same state, known at that place. */
        private @Nullable Folded passed(Entry entry) {
            Folded before = last;
            return before == null
                    ? null
                    : new Folded(
                            entry.position(),
                            places,
                            knownAt,
                            before.track(),
                            before.newest(),
                            before.standardError(),
                            before.pace());
        }

        private Folded read(Entry entry, Measurement reading) {
            Folded before = last;
            FilterState track = before == null
                    ? FilterState.begin(entry.figure(), reading)
                    : before.track().append(entry.figure(), reading);
            return new Folded(
                    entry.position(),
                    places,
                    knownAt,
                    track,
                    entry.figure().period(),
                    reading.standardError(),
                    (before == null ? Pace.NONE : before.pace()).with(entry.figure(), entry.since()));
        }

        private void keepNewest(@Nullable Folded from) {
            Folded newest = last;
            if (from != null && !from.equals(newest) && !from.isMilestone()) {
                kept.remove(from.position());
            }
            if (newest != null) {
                kept.put(newest.position(), newest);
            }
        }
    }
}
