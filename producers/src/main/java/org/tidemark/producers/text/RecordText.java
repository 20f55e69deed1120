package org.tidemark.producers.text;

/**
 * A record before it is cut into cells: one line, or several that a quoted field joins.
 *
 * @param first number of its first line
 * @param text without the last terminator
 * @param original the bytes as received, cut at {@link Line#ORIGINAL_BYTES_MAX}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a wrapper would cost an object per record.
record RecordText(long first, String text, byte[] original) {
    String where() {
        return "line " + first;
    }
}
