package org.tidemark.engine.store;

import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.wire.Codec;
import org.tidemark.wire.UndecodableException;

/**
 * Values as a codec writes them.
 *
 * @param table its name, for the message on bytes that this program did not write
 */
record CodecForm<V>(String table, Codec<V> codec) implements ValueForm<V> {
    @Override
    public byte[] encode(V value) {
        return codec.encode(value);
    }

    @Override
    public V decode(Key key, byte[] bytes) {
        try {
            return codec.decode(bytes);
        } catch (UndecodableException e) {
            throw strange(table, e);
        }
    }

    static IllegalStateException strange(String table, Throwable cause) {
        return new IllegalStateException("store " + table + " holds what this program did not write", cause);
    }
}
