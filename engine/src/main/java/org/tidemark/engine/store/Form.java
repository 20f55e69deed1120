package org.tidemark.engine.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.ValueForm;

/** A form of two functions, and those of simple values. */
record Form<V>(Function<V, byte[]> encoder, BiFunction<Key, byte[], V> decoder) implements ValueForm<V> {
    static final Form<String> TEXT = new Form<>(
            text -> text.getBytes(StandardCharsets.UTF_8), (key, bytes) -> new String(bytes, StandardCharsets.UTF_8));

    static final Form<Instant> INSTANT = new Form<>(
            instant -> ByteBuffer.allocate(Long.BYTES)
                    .putLong(instant.toEpochMilli())
                    .array(),
            (key, bytes) -> Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong()));

    static final Form<Double> NUMBER = new Form<>(
            number -> ByteBuffer.allocate(Double.BYTES).putDouble(number).array(),
            (key, bytes) -> ByteBuffer.wrap(bytes).getDouble());

    @Override
    public byte[] encode(V value) {
        return encoder.apply(value);
    }

    @Override
    public V decode(Key key, byte[] bytes) {
        return decoder.apply(key, bytes);
    }
}
