package org.tidemark.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;
import org.tidemark.wire.Codecs;

/** Changes that wait for their instant to be over on every partition, by instant and figure. */
public final class PanelPendingStore {
    public static final String NAME = "panel-pending";

    /** Sorts behind every code of an economy: the next instant would overflow at the end of time. */
    private static final String BEHIND_ALL_ECONOMIES = "\uFFFF";

    private final Table<ValueChange> entries;

    public PanelPendingStore(Tables tables, Codecs codecs) {
        this.entries = tables.table(NAME, new CodecForm<>(NAME, codecs.stored().changes()));
    }

    /** Holds a change; of two of one figure and instant both, as one. */
    public void add(ValueChange change) {
        Key key = key(change);
        ValueChange stored = entries.get(key);
        entries.put(key, stored == null ? change : stored.then(change));
    }

    /** Brings a figure that waits at an instant up to a change that was published before it and came later. */
    public void refresh(Instant at, ValueChange change) {
        if (!change.batch().published().isBefore(at)) {
            return;
        }
        BatchId batch = change.batch();
        ValueChange waiting = new ValueChange(
                change.figure(),
                change.before(),
                change.after(),
                new BatchId(batch.source(), batch.release(), at, batch.load()),
                change.datedByLag());
        ValueChange stored = entries.get(key(waiting));
        if (stored != null) {
            entries.put(key(waiting), stored.then(waiting));
        }
    }

    /** All up to an instant, which is included, in the order of instants and figures; they wait no more. */
    public SortedMap<Instant, List<ValueChange>> takeUntil(Instant last) {
        List<Key> taken = new ArrayList<>();
        SortedMap<Instant, List<ValueChange>> byInstant = new TreeMap<>();
        Key from = new KeyBuilder().instant(Instant.EPOCH).key();
        Key to = new KeyBuilder().instant(last).text(BEHIND_ALL_ECONOMIES).key();
        boolean unused = entries.range(from, to, entry -> {
            ValueChange change = entry.value();
            taken.add(entry.key());
            byInstant
                    .computeIfAbsent(change.batch().published(), i -> new ArrayList<>())
                    .add(change);
            return true;
        });
        taken.forEach(entries::delete);
        return byInstant;
    }

    private static Key key(ValueChange change) {
        FigureId figure = change.figure();
        SeriesId series = figure.series();
        return new KeyBuilder()
                .instant(change.batch().published())
                .text(series.economy())
                .text(series.sector())
                .text(series.indicator())
                .text(series.source())
                .day(figure.period().start())
                .day(figure.period().end())
                .key();
    }
}
