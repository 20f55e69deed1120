package org.tidemark.producers.btos;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One part of a workbook while it is scanned; ends the scan where a bound is passed, before anything is held. */
final class BoundedPart extends FilterInputStream {
    /** A cell's text is a sentence; what a parser must hold at once is a tag or a text. */
    private static final long HELD_BYTES_MAX = 2L << 20;

    /** Thrown when a bound is passed; the message says which. */
    static final class BoundException extends IOException {
        private static final long serialVersionUID = 1L;

        BoundException(String message) {
            super(message);
        }
    }

    private final long bytesMax;
    private long bytes;
    private long released;

    BoundedPart(InputStream in, long bytesMax) {
        super(in);
        this.bytesMax = bytesMax;
    }

    /** Whatever was read so far need not be held any longer. */
    void release() {
        released = bytes;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int count) throws IOException {
        int given = super.read(to, from, count);
        bytes += Math.max(0, given);
        if (bytes > bytesMax) {
            throw new BoundException(
                    "unpacks to more than the %d bytes that any BTOS workbook has".formatted(bytesMax));
        }
        if (bytes - released > HELD_BYTES_MAX) {
            throw new BoundException("holds a text of more than %d bytes".formatted(HELD_BYTES_MAX));
        }
        return given;
    }
}
