package org.tidemark.streams.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tidemark.revise.Change;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** Changes that wait for their instant to be over on every partition, by instant and figure. */
public final class PanelPendingStore {
    public static final String NAME = "panel-pending";

    /** Sorts behind every code of an economy: the next instant would overflow at the end of time. */
    private static final String BEHIND_ALL_ECONOMIES = "\uFFFF";

    private final KeyValueStore<Bytes, byte[]> entries;
    private final Codec<Change> codec;

    public PanelPendingStore(KeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.codec = codecs.stored().changes();
    }

    /** Holds a change; of two of one figure and instant both, as one. */
    public void add(Change change) {
        Bytes key = key(change);
        byte[] stored = entries.get(key);
        entries.put(key, codec.encode(stored == null ? change : decode(stored).then(change)));
    }

    /** Brings a figure that waits at an instant up to a change that was published before it and came later. */
    public void refresh(Instant at, Change change) {
        if (!change.batch().published().isBefore(at)) {
            return;
        }
        BatchId batch = change.batch();
        Change waiting = new Change(
                change.figure(),
                change.before(),
                change.after(),
                new BatchId(batch.source(), batch.release(), at, batch.load()),
                change.datedByLag());
        byte[] stored = entries.get(key(waiting));
        if (stored != null) {
            entries.put(key(waiting), codec.encode(decode(stored).then(waiting)));
        }
    }

    /** All up to an instant, which is included, in the order of instants and figures; they wait no more. */
    public SortedMap<Instant, List<Change>> takeUntil(Instant last) {
        List<Bytes> taken = new ArrayList<>();
        SortedMap<Instant, List<Change>> byInstant = new TreeMap<>();
        Bytes from = new StoreKey().instant(Instant.EPOCH).bytes();
        Bytes to = new StoreKey().instant(last).text(BEHIND_ALL_ECONOMIES).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = entries.range(from, to)) {
            range.forEachRemaining(entry -> {
                Change change = decode(entry.value);
                taken.add(entry.key);
                byInstant
                        .computeIfAbsent(change.batch().published(), i -> new ArrayList<>())
                        .add(change);
            });
        }
        taken.forEach(entries::delete);
        return byInstant;
    }

    private static Bytes key(Change change) {
        FigureId figure = change.figure();
        SeriesId series = figure.series();
        return new StoreKey()
                .instant(change.batch().published())
                .text(series.economy())
                .text(series.sector())
                .text(series.indicator())
                .text(series.source())
                .day(figure.period().start())
                .day(figure.period().end())
                .bytes();
    }

    private Change decode(byte[] value) {
        try {
            return codec.decode(value);
        } catch (UndecodableException e) {
            throw new IllegalStateException("store " + NAME + " holds what this program did not write", e);
        }
    }
}
