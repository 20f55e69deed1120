package org.tidemark.streams.state;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.store.EngineTable;
import org.tidemark.engine.store.StoreSlot;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;

/** The stores of a task as the tables of the engine. */
public final class KafkaTables implements Tables {
    private final ProcessorContext<?, ?> context;

    public KafkaTables(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    @Override
    public <V> Table<V> table(String name, ValueForm<V> form) {
        StoreSlot slot = EngineTable.slot(name);
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(slot.store());
        return new KafkaTable<>(slot.mark(), store, form);
    }

    /** A store that one table has for itself. */
    public static <V> Table<V> of(KeyValueStore<Bytes, byte[]> store, ValueForm<V> form) {
        return new KafkaTable<>(StoreSlot.ALONE, store, form);
    }

    private static final class KafkaTable<V> extends KafkaTableReader<V> implements Table<V> {
        private final int mark;
        private final KeyValueStore<Bytes, byte[]> writable;
        private final ValueForm<V> form;

        private KafkaTable(int mark, KeyValueStore<Bytes, byte[]> store, ValueForm<V> form) {
            super(mark == StoreSlot.ALONE ? store : new MarkedStore(mark, store), form);
            this.mark = mark;
            this.writable = store;
            this.form = form;
        }

        @Override
        public void put(Key key, V value) {
            writable.put(stored(key), form.encode(value));
        }

        @Override
        public @Nullable V delete(Key key) {
            return decoded(key, writable.delete(stored(key)));
        }

        private Bytes stored(Key key) {
            return mark == StoreSlot.ALONE ? bytes(key) : MarkedStore.marked(mark, key.bytes());
        }
    }
}
