package org.tidemark.engine.store;

/**
 * Where a table lies.
 *
 * @param store the store's name
 * @param mark the byte that all keys of the table begin with there, 1 to 126; 0 where the table has the store for itself
 */
public record StoreSlot(String store, int mark) {
    /** The mark of a table without another beside it. */
    public static final int ALONE = 0;

    private static final int MARK_MAX = 126;

    public StoreSlot {
        if (mark < ALONE || mark > MARK_MAX) {
            throw new IllegalArgumentException("mark is %d; it must be 0 to %d".formatted(mark, MARK_MAX));
        }
    }

    /** A store for one table. */
    public static StoreSlot alone(String store) {
        return new StoreSlot(store, ALONE);
    }

    /** Whether other tables lie in the store. */
    public boolean isShared() {
        return mark != ALONE;
    }
}
