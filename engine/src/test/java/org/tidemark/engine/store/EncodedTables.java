package org.tidemark.engine.store;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Entry;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;

/** Tables that keep bytes, as stores on disk do, so that a value that is read was written and read by its form. */
public final class EncodedTables implements Tables {
    private static final ValueForm<byte[]> AS_THEY_ARE = new Form<>(bytes -> bytes, (key, bytes) -> bytes);

    private final MemoryTables tables = new MemoryTables();

    @Override
    public <V> Table<V> table(String name, ValueForm<V> form) {
        return new EncodedTable<>(tables.table(name, AS_THEY_ARE), form);
    }

    /** The bytes of a table. */
    public Table<byte[]> bytes(String name) {
        return tables.table(name, AS_THEY_ARE);
    }

    private record EncodedEntry<V>(Entry<byte[]> entry, ValueForm<V> form) implements Entry<V> {
        @Override
        public Key key() {
            return entry.key();
        }

        @Override
        public V value() {
            return form.decode(entry.key(), entry.value());
        }
    }

    private record EncodedTable<V>(Table<byte[]> entries, ValueForm<V> form) implements Table<V> {
        private @Nullable V decoded(Key key, byte @Nullable [] value) {
            return value == null ? null : form.decode(key, value);
        }

        @Override
        public @Nullable V get(Key key) {
            return decoded(key, entries.get(key));
        }

        @Override
        public void put(Key key, V value) {
            entries.put(key, form.encode(value));
        }

        @Override
        public @Nullable V delete(Key key) {
            return decoded(key, entries.delete(key));
        }

        @Override
        public boolean scan(Key prefix, Predicate<Entry<V>> wantsMore) {
            return entries.scan(prefix, entry -> wantsMore.test(new EncodedEntry<>(entry, form)));
        }

        @Override
        public boolean range(Key first, @Nullable Key last, Predicate<Entry<V>> wantsMore) {
            return entries.range(first, last, entry -> wantsMore.test(new EncodedEntry<>(entry, form)));
        }

        @Override
        public boolean reverseRange(Key first, Key last, Predicate<Entry<V>> wantsMore) {
            return entries.reverseRange(first, last, entry -> wantsMore.test(new EncodedEntry<>(entry, form)));
        }
    }
}
