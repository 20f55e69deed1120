package org.tidemark.engine.table;

/** How the values of a table are written where it keeps bytes; {@code decode(key, encode(v))} equals {@code v}. */
public interface ValueForm<V> {
    byte[] encode(V value);

    /**
     * Reads a value.
     *
     * @param key where it lies, since what the key says need not be written twice
     * @throws IllegalStateException for bytes that this program did not write
     */
    V decode(Key key, byte[] bytes);
}
