package org.tidemark.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** One kind of value in Avro single-object encoding. */
final class SingleObjectCodec<T, R extends SpecificRecord> implements Codec<T> {
    private final String name;
    private final BinaryMessageEncoder<R> encoder;
    private final BinaryMessageDecoder<R> decoder;
    private final Function<T, R> toRecord;
    private final Function<R, T> fromRecord;

    SingleObjectCodec(String name, Schema schema, SpecificData model, Function<T, R> to, Function<R, T> from) {
        this.name = name;
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema, SchemaShelf.store(schema, name));
        this.toRecord = to;
        this.fromRecord = from;
    }

    @Override
    public byte[] encode(T value) {
        try {
            ByteBuffer buffer = encoder.encode(toRecord.apply(value));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public T decode(byte[] bytes) throws UndecodableException {
        try {
            return fromRecord.apply(decoder.decode(bytes, null));
        } catch (IOException | AvroRuntimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UndecodableException("%d bytes are no %s: %s".formatted(bytes.length, name, firstLine(e)), e);
        }
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
