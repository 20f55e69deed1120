package org.tidemark.engine.store;

import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;
import org.tidemark.wire.Codecs;

/** What is believed of each figure that projections are pooled from, by concept: the last change of it. */
public final class PooledFigureStore {
    public static final String NAME = "pooled-figures";

    private final TableReader<ValueChange> entries;
    private final @Nullable Table<ValueChange> writable;

    public PooledFigureStore(Tables tables, Codecs codecs) {
        this.writable = tables.table(StorePlace.PANELS.of(NAME), form(codecs));
        this.entries = writable;
    }

    private PooledFigureStore(TableReader<ValueChange> entries) {
        this.entries = entries;
        this.writable = null;
    }

    /** For queries. */
    public static PooledFigureStore reading(TableReaders tables, Codecs codecs) {
        return new PooledFigureStore(tables.reader(NAME, form(codecs)));
    }

    private static ValueForm<ValueChange> form(Codecs codecs) {
        return new CodecForm<>(StorePlace.PANELS.of(NAME), codecs.stored().changes());
    }

    private Table<ValueChange> writable() {
        return Objects.requireNonNull(writable, "opened for reading");
    }

    /** Keeps what is believed after a change; where that is nothing, the figure is forgotten. */
    public void put(String concept, ValueChange change) {
        Key key = key(concept, change.figure());
        if (change.after().since() == null) {
            ValueChange unused = writable().delete(key);
        } else {
            writable().put(key, change);
        }
    }

    /** All figures of a concept. */
    public void each(String concept, Consumer<ValueChange> consumer) {
        each(new KeyBuilder().text(concept).key(), consumer);
    }

    /** All figures, those of one concept after another. */
    public void each(Consumer<ValueChange> consumer) {
        each(Key.EMPTY, consumer);
    }

    private void each(Key prefix, Consumer<ValueChange> consumer) {
        boolean unused = entries.scan(prefix, entry -> {
            consumer.accept(entry.value());
            return true;
        });
    }

    /** Forgets everything. */
    public void clear() {
        writable().retain(Key.EMPTY, Set.of());
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
