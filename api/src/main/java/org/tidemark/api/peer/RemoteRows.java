package org.tidemark.api.peer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.streams.state.Part;

/**
 * The rows of another monitor, in order. All of them are here before the first is asked for, so that a monitor that breaks
 * off in the middle is known to be missing while the answer can still say so.
 */
public final class RemoteRows implements AutoCloseable {
    private static final long BYTES_MAX = 256L * 1024 * 1024;

    private final Set<Part> parts;
    private final long count;
    private final RowSpool spool;

    private RemoteRows(Set<Part> parts, long count, RowSpool spool) {
        this.parts = Set.copyOf(parts);
        this.count = count;
        this.spool = spool;
    }

    /**
     * Reads all of an answer and closes it.
     *
     * @throws IOException when it breaks off
     * @throws RowSpool.NoRoomException when it finds no room here
     */
    static RemoteRows read(Set<Part> parts, long count, InputStream stream) throws IOException {
        RowSpool spool = new RowSpool();
        try (stream) {
            RowFrames.Reader reader = new RowFrames.Reader(new BufferedInputStream(stream));
            for (PeerRow row = reader.next(); row != null; row = reader.next()) {
                spool.add(row);
                if (spool.bytes() > BYTES_MAX) {
                    throw new IOException("its answer is longer than %d MiB".formatted(BYTES_MAX / (1024 * 1024)));
                }
            }
            spool.end();
            return new RemoteRows(parts, count, spool);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** Whose rows these are. */
    public Set<Part> parts() {
        return parts;
    }

    /** How many there are; one more than the limit where it cuts them. */
    public long count() {
        return count;
    }

    /** Takes the next one, or null at the end. */
    public @Nullable PeerRow next() {
        try {
            return spool.next();
        } catch (IOException e) {
            throw new UncheckedIOException("what another monitor answered and was kept here cannot be read", e);
        }
    }

    @Override
    public void close() {
        spool.close();
    }
}
