package org.tidemark.streams.peer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.streams.state.Part;

/** The rows of another monitor, in order. Those that fit into a buffer are all here before the first is asked for. */
public final class RemoteRows implements AutoCloseable {
    /** An answer up to this long is known to be whole before any of it is passed on. */
    private static final long AHEAD_BYTES = 2L * 1024 * 1024;

    private static final long BYTES_MAX = 256L * 1024 * 1024;

    private final PeerAddress from;
    private final Set<Part> parts;
    private final long count;
    private final InputStream stream;
    private final RowFrames.Reader reader;
    private final Deque<Row> ahead = new ArrayDeque<>();
    private boolean atEnd;
    private long bytes;

    private RemoteRows(PeerAddress from, Set<Part> parts, long count, InputStream stream) {
        this.from = from;
        this.parts = Set.copyOf(parts);
        this.count = count;
        this.stream = stream;
        this.reader = new RowFrames.Reader(new BufferedInputStream(stream));
    }

    static RemoteRows begin(PeerAddress from, Set<Part> parts, long count, InputStream stream) throws IOException {
        RemoteRows rows = new RemoteRows(from, parts, count, stream);
        while (!rows.atEnd && rows.bytes < AHEAD_BYTES) {
            Row row = rows.read();
            if (row != null) {
                rows.ahead.add(row);
            }
        }
        return rows;
    }

    /** Whose rows these are. */
    public Set<Part> parts() {
        return parts;
    }

    /** How many there are; one more than the limit where it cuts them. */
    public long count() {
        return count;
    }

    /**
     * Takes the next one, or null at the end.
     *
     * @throws PeerLostException when they break off
     */
    public @Nullable Row next() {
        Row first = ahead.poll();
        if (first != null || atEnd) {
            return first;
        }
        try {
            return read();
        } catch (IOException e) {
            throw new PeerLostException(
                    "the monitor at %s broke off in the middle of its answer; ask again".formatted(from.written()), e);
        }
    }

    private @Nullable Row read() throws IOException {
        Row row = reader.next();
        if (row == null) {
            atEnd = true;
            return null;
        }
        bytes += row.text().length + row.place().bytes().length;
        if (bytes > BYTES_MAX) {
            throw new IOException("its answer is longer than %d MiB".formatted(BYTES_MAX / (1024 * 1024)));
        }
        return row;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // Nobody reads on, so nothing is lost.
            atEnd = true;
        }
    }
}
