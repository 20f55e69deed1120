package org.tidemark.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What every record begins with in Avro single-object encoding: two marker bytes and the schema's fingerprint. */
final class Header {
    static final int BYTES = 10;
    private static final byte MARKER_0 = (byte) 0xC3;
    private static final byte MARKER_1 = 1;
    private static final int FINGERPRINT_AT = 2;

    private Header() {}

    static long fingerprint(byte[] record) throws UndecodableException {
        if (record.length < BYTES || record[0] != MARKER_0 || record[1] != MARKER_1) {
            throw new UndecodableException(
                    "%d bytes do not begin with C3 01 and a schema fingerprint; write Avro single-object encoding"
                            .formatted(record.length));
        }
        return written(record);
    }

    /** Of a record that we have written ourselves. */
    static long written(byte[] record) {
        return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT_AT);
    }

    static void write(byte[] record, long fingerprint) {
        record[0] = MARKER_0;
        record[1] = MARKER_1;
        ByteBuffer unused =
                ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putLong(FINGERPRINT_AT, fingerprint);
    }

    static UndecodableException unknown(long fingerprint, String wanted) {
        return new UndecodableException("schema fingerprint %016x is of no released %s; write with a released schema"
                .formatted(fingerprint, wanted));
    }
}
