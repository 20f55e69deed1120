package org.tidemark.engine.table;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A table for reading: entries ordered by their keys. Nothing may be written while a walk is under way. */
public interface TableReader<V> {
    /** The value at a key; null where there is none. */
    @Nullable
    V get(Key key);

    /** Walks the entries whose keys begin with a prefix, in order. Returns false when the predicate wanted no more. */
    boolean scan(Key prefix, Predicate<Entry<V>> wantsMore);

    /**
     * Walks the entries from one key to another, both included, in order. Returns false when the predicate wanted no
     * more.
     *
     * @param last null: to the end
     */
    boolean range(Key first, @Nullable Key last, Predicate<Entry<V>> wantsMore);

    /** As {@link #range}, from the last to the first. */
    boolean reverseRange(Key first, Key last, Predicate<Entry<V>> wantsMore);

    /** The last entry at or before a key and not before another; null where there is none. */
    default @Nullable Entry<V> lastUpTo(Key first, Key last) {
        Found<V> found = new Found<>();
        boolean unused = reverseRange(first, last, found);
        return found.entry;
    }

    /** Takes the first entry of a walk and ends it. */
    final class Found<V> implements Predicate<Entry<V>> {
        private @Nullable Entry<V> entry;

        private Found() {}

        @Override
        public boolean test(Entry<V> first) {
            entry = first;
            return false;
        }
    }
}
