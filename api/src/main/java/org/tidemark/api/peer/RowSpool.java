package org.tidemark.api.peer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows in their order: the first ones in memory, the others in a temporary file, which goes with it. */
public final class RowSpool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RowSpool.class);
    private static final long MEMORY_BYTES = 2L * 1024 * 1024;

    private final Deque<PeerRow> inMemory = new ArrayDeque<>();
    private @Nullable Path file;
    private RowFrames.@Nullable Writer writer;
    private RowFrames.@Nullable Reader reader;
    private boolean atEnd;
    private long bytes;

    /** The temporary file cannot be written. */
    static final class NoRoomException extends IOException {
        private static final long serialVersionUID = 1L;

        private NoRoomException(IOException e) {
            super("its answer finds no room in the temporary files here", e);
        }
    }

    public void add(PeerRow row) throws IOException {
        bytes += row.text().length + row.place().bytes().length;
        if (bytes <= MEMORY_BYTES) {
            inMemory.add(row);
            return;
        }
        try {
            if (writer == null) {
                Path made = Files.createTempFile("tidemark-rows-", ".tmp");
                file = made;
                writer = new RowFrames.Writer(Files.newOutputStream(made));
            }
            writer.write(row);
        } catch (IOException e) {
            throw new NoRoomException(e);
        }
    }

    /** How long all rows are. */
    long bytes() {
        return bytes;
    }

    /** Nothing follows; from now on they are read. */
    public void end() throws IOException {
        RowFrames.Writer filled = writer;
        if (filled == null || file == null) {
            return;
        }
        writer = null;
        try (filled) {
            filled.end();
        } catch (IOException e) {
            throw new NoRoomException(e);
        }
        reader = new RowFrames.Reader(new BufferedInputStream(Files.newInputStream(file)));
    }

    /** The next one, or null at the end. */
    @Nullable
    public PeerRow next() throws IOException {
        PeerRow first = inMemory.poll();
        if (first != null || reader == null || atEnd) {
            return first;
        }
        PeerRow row = reader.next();
        atEnd = row == null;
        return row;
    }

    @Override
    public void close() {
        inMemory.clear();
        try {
            if (writer != null) {
                writer.close();
            }
            if (reader != null) {
                reader.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("the temporary file {} is left behind: {}", file, e.toString());
        }
    }
}
