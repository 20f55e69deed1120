package org.tidemark.producers.text;

import java.io.IOException;
import java.io.InputStream;

/**
 * UTF-16 as UTF-8, byte by byte, so that lines are found as in any other file. What is no text in UTF-16 becomes a byte
 * that is none in UTF-8: the line it stands in is refused as any other of that kind.
 */
final class Utf16Input extends InputStream {
    private static final int NO_TEXT = 0xFF;
    private static final int UNIT_BYTES = 2;

    private final InputStream in;
    private final boolean bigEndian;
    private final byte[] out = new byte[4];
    private int outEnd;
    private int outAt;
    /** A unit that was read in search of the second half of a pair; -1 when there is none. */
    private int again = -1;

    Utf16Input(InputStream in, boolean bigEndian) {
        this.in = in;
        this.bigEndian = bigEndian;
    }

    @Override
    public int read() throws IOException {
        if (outAt == outEnd && !fill()) {
            return -1;
        }
        return out[outAt++] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                break;
            }
            to[from + count++] = (byte) next;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private boolean fill() throws IOException {
        int unit = unit();
        if (unit < 0) {
            return false;
        }
        outAt = 0;
        outEnd = 0;
        if (Character.isHighSurrogate((char) unit)) {
            int low = unit();
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                put(Character.toCodePoint((char) unit, (char) low));
            } else {
                again = low;
                putByte(NO_TEXT);
            }
        } else if (Character.isLowSurrogate((char) unit)) {
            putByte(NO_TEXT);
        } else {
            put(unit);
        }
        return true;
    }

    /** Half a unit at the end of the file is none. */
    private int unit() throws IOException {
        if (again >= 0) {
            int held = again;
            again = -1;
            return held;
        }
        byte[] pair = in.readNBytes(UNIT_BYTES);
        if (pair.length < UNIT_BYTES) {
            return -1;
        }
        int first = pair[0] & 0xFF;
        int second = pair[1] & 0xFF;
        return bigEndian ? (first << 8) | second : (second << 8) | first;
    }

    private void put(int codePoint) {
        if (codePoint < 0x80) {
            putByte(codePoint);
        } else if (codePoint < 0x800) {
            putByte(0xC0 | (codePoint >> 6));
            putByte(0x80 | (codePoint & 0x3F));
        } else if (codePoint < 0x10000) {
            putByte(0xE0 | (codePoint >> 12));
            putByte(0x80 | ((codePoint >> 6) & 0x3F));
            putByte(0x80 | (codePoint & 0x3F));
        } else {
            putByte(0xF0 | (codePoint >> 18));
            putByte(0x80 | ((codePoint >> 12) & 0x3F));
            putByte(0x80 | ((codePoint >> 6) & 0x3F));
            putByte(0x80 | (codePoint & 0x3F));
        }
    }

    private void putByte(int value) {
        out[outEnd++] = (byte) value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
