package org.tidemark.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of the engine: its port for state. A value never grows with history. */
public interface Table<V> extends TableReader<V> {
    void put(Key key, V value);

    /** Deletes an entry; returns what it held, null where there was none. */
    @Nullable
    V delete(Key key);

    /** Puts a value where there is none; returns whether it did. */
    default boolean putIfAbsent(Key key, V value) {
        if (get(key) != null) {
            return false;
        }
        put(key, value);
        return true;
    }

    /** Deletes the entries from one key to another, both included. */
    default void deleteRange(Key first, Key last) {
        List<Key> gone = new ArrayList<>();
        boolean unused = range(first, last, entry -> gone.add(entry.key()));
        gone.forEach(this::delete);
    }

    /** Deletes what begins with a prefix, but for some keys. */
    default void retain(Key prefix, Set<Key> kept) {
        List<Key> gone = new ArrayList<>();
        boolean unused = scan(prefix, entry -> {
            if (!kept.contains(entry.key())) {
                gone.add(entry.key());
            }
            return true;
        });
        gone.forEach(this::delete);
    }
}
