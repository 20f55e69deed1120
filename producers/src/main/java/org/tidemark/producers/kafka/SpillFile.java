package org.tidemark.producers.kafka;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Records in a temporary file, so that memory holds only where each of them is. Written first, then read. */
final class SpillFile implements AutoCloseable {
    private static final int WINDOW_BYTES = 256 * 1024;
    private static final int HEAD_BYTES = Integer.BYTES + Long.BYTES + Integer.BYTES + Integer.BYTES;
    private static final int NONE = -1;

    private final FileChannel channel;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
    private long windowAt;
    private long size;
    private boolean reading;

    private SpillFile(FileChannel channel) {
        this.channel = channel;
    }

    /** An empty one; the file goes when it is closed. */
    static SpillFile in(Path folder) throws IOException {
        return new SpillFile(FileChannel.open(
                Files.createTempFile(folder, "topic", ".spill"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Appends and returns where the record is. */
    long append(TopicRecord record) throws IOException {
        int keyBytes = record.key() == null ? 0 : record.key().length;
        int valueBytes = record.value() == null ? 0 : record.value().length;
        reserve(HEAD_BYTES + keyBytes + valueBytes);
        window.putInt(record.partition())
                .putLong(record.timestamp())
                .putInt(record.key() == null ? NONE : keyBytes)
                .putInt(record.value() == null ? NONE : valueBytes);
        put(record.key());
        put(record.value());
        long at = size;
        size += HEAD_BYTES + keyBytes + valueBytes;
        return at;
    }

    private void put(byte @Nullable [] bytes) {
        if (bytes != null) {
            window.put(bytes);
        }
    }

    private void reserve(int bytes) throws IOException {
        if (window.remaining() < bytes) {
            writeOut();
            if (window.capacity() < bytes) {
                window = ByteBuffer.allocate(bytes);
            }
        }
    }

    private void writeOut() throws IOException {
        window.flip();
        while (window.hasRemaining()) {
            channel.write(window);
        }
        window.clear();
    }

    TopicRecord read(long at) throws IOException {
        if (!reading) {
            writeOut();
            reading = true;
            window.limit(0);
        }
        ByteBuffer head = bytes(at, HEAD_BYTES);
        int partition = head.getInt();
        long timestamp = head.getLong();
        int keyBytes = head.getInt();
        int valueBytes = head.getInt();
        ByteBuffer body = bytes(at + HEAD_BYTES, Math.max(0, keyBytes) + Math.max(0, valueBytes));
        return new TopicRecord(partition, timestamp, taken(body, keyBytes), taken(body, valueBytes));
    }

    private static byte @Nullable [] taken(ByteBuffer from, int bytes) {
        if (bytes == NONE) {
            return null;
        }
        byte[] taken = new byte[bytes];
        from.get(taken);
        return taken;
    }

    /** So many bytes from there on. Records of a release lie close together, so most are in the window already. */
    private ByteBuffer bytes(long at, int length) throws IOException {
        if (at < windowAt || at + length > windowAt + window.limit()) {
            if (window.capacity() < length) {
                window = ByteBuffer.allocate(length);
            }
            window.clear();
            int read = 0;
            while (read >= 0 && window.hasRemaining()) {
                read = channel.read(window, at + window.position());
            }
            window.flip();
            windowAt = at;
        }
        return window.slice((int) (at - windowAt), length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
