package org.tidemark.producers.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as physical lines, ended by LF, CRLF or CR. A line over the bound passes through without being held, so the
 * memory needed does not depend on the file.
 */
final class LineSource implements Lines {
    /** No honest line is longer: the widest panel that is read has lines of a few KiB. */
    static final int LINE_BYTES_MAX = 1 << 20;

    private static final int CHUNK_BYTES = 1 << 16;
    private static final int LINE_BYTES_FIRST = 1 << 10;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int chunkEnd;
    private int position;
    private byte[] held = new byte[LINE_BYTES_FIRST];
    private int heldBytes;
    private long lineBytes;
    private long lines;
    private boolean afterCarriageReturn;
    private boolean ended;

    LineSource(InputStream in) {
        this.in = in;
    }

    @Override
    public @Nullable Line next() throws IOException {
        heldBytes = 0;
        lineBytes = 0;
        boolean begun = false;
        while (fill()) {
            begun = true;
            int end = terminator();
            hold(position, end - position);
            position = end;
            if (end < chunkEnd) {
                afterCarriageReturn = chunk[end] == '\r';
                position++;
                return line();
            }
        }
        ended = true;
        return begun && lineBytes > 0 ? line() : null;
    }

    /** Whether {@link #next} has met the end of the bytes; the last line it gave had no terminator. */
    boolean ended() {
        return ended;
    }

    /** Makes bytes available; also drops the LF of a CRLF whose CR ended the line before. */
    private boolean fill() throws IOException {
        while (true) {
            if (position == chunkEnd) {
                position = 0;
                chunkEnd = Math.max(0, in.read(chunk, 0, CHUNK_BYTES));
                if (chunkEnd == 0) {
                    return false;
                }
            }
            if (!afterCarriageReturn) {
                return true;
            }
            afterCarriageReturn = false;
            if (chunk[position] != '\n') {
                return true;
            }
            position++;
        }
    }

    private int terminator() {
        int i = position;
        while (i < chunkEnd && chunk[i] != '\n' && chunk[i] != '\r') {
            i++;
        }
        return i;
    }

    private void hold(int from, int count) {
        lineBytes += count;
        int room = (lineBytes > LINE_BYTES_MAX ? Line.ORIGINAL_BYTES_MAX : LINE_BYTES_MAX) - heldBytes;
        int kept = Math.min(count, room);
        if (kept <= 0) {
            return;
        }
        if (heldBytes + kept > held.length) {
            held = Arrays.copyOf(held, Math.min(LINE_BYTES_MAX, 2 * (heldBytes + kept)));
        }
        System.arraycopy(chunk, from, held, heldBytes, kept);
        heldBytes += kept;
    }

    private Line line() {
        lines++;
        int from = lines == 1 && startsWithBom() ? BOM.length : 0;
        boolean tooLong = lineBytes > LINE_BYTES_MAX;
        int to = tooLong ? Math.min(heldBytes, Line.ORIGINAL_BYTES_MAX) : heldBytes;
        return new Line(lines, Arrays.copyOfRange(held, from, to), lineBytes - from, tooLong);
    }

    private boolean startsWithBom() {
        return heldBytes >= BOM.length && Arrays.equals(held, 0, BOM.length, BOM, 0, BOM.length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
