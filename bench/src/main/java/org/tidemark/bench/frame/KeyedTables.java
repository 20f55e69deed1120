package org.tidemark.bench.frame;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Entry;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;

/** The engine's tables in the state of the key that is at work: each economy sees its own. */
final class KeyedTables implements Tables {
    private @Nullable ByteTables current;

    /** Turns to the state of the key whose record comes next. */
    void turnTo(ByteTables ofKey) {
        current = ofKey;
    }

    @Override
    public <V> Table<V> table(String name, ValueForm<V> form) {
        return new KeyedTable<>(name, form);
    }

    private record Decoded<V>(Key key, Supplier<V> decoding) implements Entry<V> {
        @Override
        public V value() {
            return decoding.get();
        }
    }

    private final class KeyedTable<V> implements Table<V> {
        private final String name;
        private final ValueForm<V> form;

        KeyedTable(String name, ValueForm<V> form) {
            this.name = name;
            this.form = form;
        }

        private NavigableMap<Key, byte[]> entries() {
            return Objects.requireNonNull(current, "no key is at work").named(name);
        }

        @Override
        public @Nullable V get(Key key) {
            byte[] found = entries().get(key);
            return found == null ? null : form.decode(key, found);
        }

        @Override
        public void put(Key key, V value) {
            entries().put(key, form.encode(value));
        }

        @Override
        public @Nullable V delete(Key key) {
            byte[] gone = entries().remove(key);
            return gone == null ? null : form.decode(key, gone);
        }

        @Override
        public boolean scan(Key prefix, Predicate<Entry<V>> wantsMore) {
            for (Map.Entry<Key, byte[]> entry : entries().tailMap(prefix, true).entrySet()) {
                if (!entry.getKey().startsWith(prefix)) {
                    return true;
                }
                if (!wantsMore.test(decoded(entry))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean range(Key first, @Nullable Key last, Predicate<Entry<V>> wantsMore) {
            if (last != null && first.compareTo(last) > 0) {
                return true;
            }
            return walk(
                    last == null
                            ? entries().tailMap(first, true)
                            : entries().subMap(first, true, last, true),
                    wantsMore);
        }

        @Override
        public boolean reverseRange(Key first, Key last, Predicate<Entry<V>> wantsMore) {
            return first.compareTo(last) > 0
                    || walk(entries().subMap(first, true, last, true).descendingMap(), wantsMore);
        }

        private Entry<V> decoded(Map.Entry<Key, byte[]> entry) {
            return new Decoded<>(entry.getKey(), () -> form.decode(entry.getKey(), entry.getValue()));
        }

        private boolean walk(Map<Key, byte[]> walked, Predicate<Entry<V>> wantsMore) {
            for (Map.Entry<Key, byte[]> entry : walked.entrySet()) {
                if (!wantsMore.test(decoded(entry))) {
                    return false;
                }
            }
            return true;
        }
    }
}
