package org.tidemark.api.peer;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;

/**
 * Rows between two monitors: the lengths of place and text, then both; at the end a length that no place has, so that an
 * answer that breaks off is never taken for a whole one.
 */
public final class RowFrames {
    private static final int END = -1;
    private static final int PLACE_MAX = 64 * 1024;
    private static final int TEXT_MAX = 64 * 1024 * 1024;
    private static final int BUFFER = 32 * 1024;

    private RowFrames() {}

    /** Writes rows and their end. */
    public static final class Writer implements AutoCloseable {
        private final DataOutputStream out;

        public Writer(OutputStream out) {
            this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
        }

        public void write(PeerRow row) throws IOException {
            out.writeInt(row.place().bytes().length);
            out.writeInt(row.text().length);
            out.write(row.place().bytes());
            out.write(row.text());
        }

        /** Nothing follows. */
        public void end() throws IOException {
            out.writeInt(END);
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads what a {@link Writer} wrote. */
    static final class Reader implements AutoCloseable {
        private final DataInputStream in;

        Reader(InputStream in) {
            this.in = new DataInputStream(in);
        }

        /** The next row, or null at the end. */
        @Nullable
        PeerRow next() throws IOException {
            int place = in.readInt();
            if (place == END) {
                return null;
            }
            int text = in.readInt();
            if (place < 0 || place > PLACE_MAX || text < 0 || text > TEXT_MAX) {
                throw new IOException("a row of %d and %d bytes is none of ours".formatted(place, text));
            }
            return new PeerRow(Key.of(bytes(place)), bytes(text));
        }

        private byte[] bytes(int length) throws IOException {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("the answer broke off");
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
