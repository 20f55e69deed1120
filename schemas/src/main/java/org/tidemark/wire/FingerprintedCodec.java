package org.tidemark.wire;

/** A codec of single-object bytes, which can be told of schemas that are not on the shelf. */
interface FingerprintedCodec<T> extends Codec<T> {
    @Override
    default T decode(byte[] bytes) throws UndecodableException {
        return decode(bytes, WriterSchemas.NONE);
    }

    T decode(byte[] bytes, WriterSchemas further) throws UndecodableException;
}
