package org.tidemark.engine.store;

import java.util.Set;
import java.util.function.Consumer;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;
import org.tidemark.wire.Codecs;

/** What is believed of each figure that projections are pooled from, by concept: the last change of it. */
public final class PooledFigureStore {
    public static final String NAME = "pooled-figures";

    private final Table<ValueChange> entries;

    public PooledFigureStore(Tables tables, Codecs codecs) {
        String name = StorePlace.PANELS.of(NAME);
        this.entries = tables.table(name, new CodecForm<>(name, codecs.stored().changes()));
    }

    /** Keeps what is believed after a change; where that is nothing, the figure is forgotten. */
    public void put(String concept, ValueChange change) {
        Key key = key(concept, change.figure());
        if (change.after().since() == null) {
            ValueChange unused = entries.delete(key);
        } else {
            entries.put(key, change);
        }
    }

    /** All figures of a concept. */
    public void each(String concept, Consumer<ValueChange> consumer) {
        boolean unused = entries.scan(new KeyBuilder().text(concept).key(), entry -> {
            consumer.accept(entry.value());
            return true;
        });
    }

    /** Forgets everything. */
    public void clear() {
        entries.retain(Key.EMPTY, Set.of());
    }

    private static Key key(String concept, FigureId figure) {
        return new KeyBuilder()
                .text(concept)
                .text(figure.series().economy())
                .text(figure.series().indicator())
                .text(figure.series().source())
                .day(figure.period().start())
                .day(figure.period().end())
                .key();
    }
}
