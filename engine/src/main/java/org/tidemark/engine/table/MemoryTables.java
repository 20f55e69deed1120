package org.tidemark.engine.table;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tables in the heap, of values as they are: for a replay, and for tests. One thread at a time. */
public final class MemoryTables implements Tables {
    private final Map<String, Table<?>> tables = new TreeMap<>();

    @Override
    @SuppressWarnings("unchecked")
    public <V> Table<V> table(String name, ValueForm<V> form) {
        // Every caller of a name asks with the form that its one store declares.
        return (Table<V>) tables.computeIfAbsent(name, n -> new MemoryTable<V>());
    }

    private record MemoryEntry<V>(Key key, V value) implements Entry<V> {}

    private static final class MemoryTable<V> implements Table<V> {
        private final NavigableMap<Key, V> entries = new TreeMap<>();

        @Override
        public @Nullable V get(Key key) {
            return entries.get(key);
        }

        @Override
        public void put(Key key, V value) {
            entries.put(key, value);
        }

        @Override
        public @Nullable V delete(Key key) {
            return entries.remove(key);
        }

        @Override
        public boolean scan(Key prefix, Predicate<Entry<V>> wantsMore) {
            for (Map.Entry<Key, V> entry : entries.tailMap(prefix, true).entrySet()) {
                if (!entry.getKey().startsWith(prefix)) {
                    return true;
                }
                if (!wantsMore.test(new MemoryEntry<>(entry.getKey(), entry.getValue()))) {
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
                    last == null ? entries.tailMap(first, true) : entries.subMap(first, true, last, true), wantsMore);
        }

        @Override
        public boolean reverseRange(Key first, Key last, Predicate<Entry<V>> wantsMore) {
            return first.compareTo(last) > 0
                    || walk(entries.subMap(first, true, last, true).descendingMap(), wantsMore);
        }

        private static <V> boolean walk(Map<Key, V> entries, Predicate<Entry<V>> wantsMore) {
            for (Map.Entry<Key, V> entry : entries.entrySet()) {
                if (!wantsMore.test(new MemoryEntry<>(entry.getKey(), entry.getValue()))) {
                    return false;
                }
            }
            return true;
        }
    }
}
