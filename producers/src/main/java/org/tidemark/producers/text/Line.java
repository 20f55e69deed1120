package org.tidemark.producers.text;

import java.util.Arrays;

/**
 * A physical line as it lies in the file, without its terminator.
 *
 * @param number from 1
 * @param bytes as received; of a line that is {@code tooLong} only the first {@link #ORIGINAL_BYTES_MAX}
 * @param size of the whole line, in bytes
 * @param tooLong over {@link LineSource#LINE_BYTES_MAX}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a wrapper would cost an object per line.
record Line(long number, byte[] bytes, long size, boolean tooLong) {
    /** What a rejection carries of a line, at most. */
    static final int ORIGINAL_BYTES_MAX = 64 * 1024;

    boolean isEmpty() {
        return size == 0;
    }

    boolean startsWith(char ascii) {
        return bytes.length > 0 && bytes[0] == ascii;
    }

    byte[] original() {
        return bytes.length <= ORIGINAL_BYTES_MAX ? bytes : Arrays.copyOf(bytes, ORIGINAL_BYTES_MAX);
    }

    String where() {
        return "line " + number;
    }
}
