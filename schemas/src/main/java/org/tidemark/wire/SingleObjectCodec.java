package org.tidemark.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One kind of value in Avro single-object encoding. */
final class SingleObjectCodec<T, R extends SpecificRecord> implements FingerprintedCodec<T> {
    /** Of readers for schemas that were not released with this program; more are made anew each time. */
    private static final int LEARNED_MAX = 256;

    private final String name;
    private final Schema present;
    private final SpecificData model;
    private final BinaryMessageEncoder<R> encoder;
    private final Map<Long, DatumReader<R>> readers = new HashMap<>();
    private final Map<Long, DatumReader<R>> learned = new ConcurrentHashMap<>();
    private final Function<T, R> toRecord;
    private final Function<R, T> fromRecord;

    SingleObjectCodec(String name, Schema schema, SpecificData model, Function<T, R> to, Function<R, T> from) {
        this.name = name;
        this.present = schema;
        this.model = model;
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        SchemaShelf.byFingerprint(schema, name)
                .forEach((fingerprint, writer) -> readers.put(fingerprint, reader(model, writer, schema)));
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

    @SuppressWarnings("unchecked") // the model makes readers of its own record class
    private static <R> DatumReader<R> reader(SpecificData model, Schema writer, Schema present) {
        return (DatumReader<R>) model.createDatumReader(writer, present);
    }

    @Override
    public T decode(byte[] bytes, WriterSchemas further) throws UndecodableException {
        long fingerprint = Header.fingerprint(bytes);
        DatumReader<R> reader = readers.get(fingerprint);
        if (reader == null) {
            reader = learned(fingerprint, further.byFingerprint(fingerprint));
        }
        if (reader == null) {
            throw Header.unknown(fingerprint, name);
        }
        try {
            return fromRecord.apply(read(reader, bytes));
        } catch (IOException | RuntimeException e) {
            // Whatever some bytes make of a record: they are somebody else's, and must not stop who reads them.
            throw new UndecodableException("%d bytes are no %s: %s".formatted(bytes.length, name, firstLine(e)), e);
        }
    }

    /** Kept apart from the others: whether bytes can be read must not depend on what was read before them. */
    private @Nullable DatumReader<R> learned(long fingerprint, @Nullable Schema writer) {
        if (writer == null || !writer.getFullName().equals(present.getFullName())) {
            return null;
        }
        DatumReader<R> known = learned.get(fingerprint);
        if (known != null) {
            return known;
        }
        DatumReader<R> made = reader(model, writer, present);
        if (learned.size() < LEARNED_MAX) {
            learned.put(fingerprint, made);
        }
        return made;
    }

    private R read(DatumReader<R> reader, byte[] bytes) throws IOException {
        // From the array, not a stream: only so does Avro hold a claimed length against the bytes that are there.
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, Header.BYTES, bytes.length - Header.BYTES, null);
        R record = reader.read(null, decoder);
        if (!decoder.isEnd()) {
            throw new IOException("bytes are left over after the record");
        }
        return record;
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
