package org.tidemark.producers.text;

/**
 * A record before it is cut into cells: one line, or several that a quoted field joins; or an element of an array.
 *
 * @param unit what is counted: {@code line} or {@code row}
 * @param first number of its first line, or of the element, from 1
 * @param text without the last terminator
 * @param original the bytes as received, cut at {@link Line#ORIGINAL_BYTES_MAX}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a wrapper would cost an object per record.
record RecordText(String unit, long first, String text, byte[] original) {
    RecordText(long first, String text, byte[] original) {
        this("line", first, text, original);
    }

    String where() {
        return unit + " " + first;
    }
}
