package org.tidemark.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What every record begins with in Avro single-object encoding: two marker bytes and the schema's fingerprint. */
final class Header {
    static final int BYTES = 10;
    private static final int FINGERPRINT_AT = 2;

    private Header() {}

    static long fingerprint(byte[] record) throws UndecodableException {
        if (record.length < BYTES || record[0] != (byte) 0xC3 || record[1] != 1) {
            throw new UndecodableException(
                    "%d bytes do not begin with C3 01 and a schema fingerprint; write Avro single-object encoding"
                            .formatted(record.length));
        }
        return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT_AT);
    }

    static UndecodableException unknown(long fingerprint, String wanted) {
        return new UndecodableException("schema fingerprint %016x is of no released %s; write with a released schema"
                .formatted(fingerprint, wanted));
    }
}
