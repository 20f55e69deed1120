package org.tidemark.validate;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Something refused, with what is known of where it came from.
 *
 * @param detail what, which, the bound, the remedy, in one line
 * @param place file and line, or topic, partition and offset
 * @param original the bytes as received, cut at {@link #ORIGINAL_BYTES_MAX}
 */
// Bytes as they came are what this record is for; they are copied on the way in and nobody compares rejections.
@SuppressWarnings("ArrayRecordComponent")
public record Rejection(
        RejectReason reason,
        String detail,
        String place,
        @Nullable String source,
        @Nullable String economy,
        @Nullable String release,
        @Nullable Instant published,
        byte[] original) {
    public static final int ORIGINAL_BYTES_MAX = 64 * 1024;

    public Rejection {
        original =
                original.length <= ORIGINAL_BYTES_MAX ? original.clone() : Arrays.copyOf(original, ORIGINAL_BYTES_MAX);
    }
}
