package org.tidemark.wire;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Confluent wire format around the same record: only what the bytes begin with differs from single-object encoding,
 * so only that is exchanged.
 */
final class RegisteredCodec<T> implements Codec<T> {
    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    private final FingerprintedCodec<T> plain;
    private final RegisteredSchemas schemas;

    RegisteredCodec(FingerprintedCodec<T> plain, RegisteredSchemas schemas) {
        this.plain = plain;
        this.schemas = schemas;
    }

    @Override
    public byte[] encode(T value) {
        byte[] single = plain.encode(value);
        int body = single.length - Header.BYTES;
        return ByteBuffer.allocate(HEADER_BYTES + body)
                .put(MAGIC)
                .putInt(schemas.id(Header.written(single)))
                .put(single, Header.BYTES, body)
                .array();
    }

    @Override
    public T decode(byte[] bytes) throws UndecodableException {
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            // From before there was a registry, or no value of ours: the plain codec says which.
            return plain.decode(bytes);
        }
        int id = ByteBuffer.wrap(bytes).getInt(1);
        RegisteredSchemas.Writer writer = schemas.writer(id);
        return plain.decode(withFingerprint(bytes, writer.fingerprint()), f -> matching(writer, f));
    }

    private static byte[] withFingerprint(byte[] bytes, long fingerprint) {
        int body = bytes.length - HEADER_BYTES;
        byte[] single = new byte[Header.BYTES + body];
        Header.write(single, fingerprint);
        System.arraycopy(bytes, HEADER_BYTES, single, Header.BYTES, body);
        return single;
    }

    private static @Nullable Schema matching(RegisteredSchemas.Writer writer, long fingerprint) {
        return fingerprint == writer.fingerprint() ? writer.schema() : null;
    }
}
