package org.tidemark.standalone.stored;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies on a topic.
 *
 * @param timestamp milliseconds, as its producer or the broker has set it
 * @param key null where it has none
 * @param value null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on and never compared.
public record StoredRecord(
        String topic, int partition, long offset, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {
    static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
