package org.tidemark.standalone.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.UnreadableFileException;

/** Reads a backup from its beginning to its end. */
final class BackupReader {
    /** Kafka takes no larger record. */
    private static final int BYTES_MAX = 64 << 20;

    private final Path file;

    BackupReader(Path file) {
        this.file = file;
    }

    /** Takes what a backup holds. */
    interface Taker {
        void header(BackupHeader header) throws IOException;

        void record(Fact fact, int partition, long timestamp, byte @Nullable [] key, byte @Nullable [] value);
    }

    /**
     * Hands on all of it.
     *
     * @return how many records there were
     * @throws UnreadableFileException when it is none, cut off, or not as it was written
     */
    long read(Taker taker) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), 1 << 16))) {
            taker.header(BackupHeader.parse(in.readUTF()));
            long records = 0;
            for (byte kind = in.readByte(); kind == BackupWriter.RECORD; kind = in.readByte()) {
                record(in, taker);
                records++;
            }
            if (in.readLong() != records || in.read() >= 0) {
                throw new ZipException("its last word does not fit");
            }
            return records;
        } catch (ZipException | EOFException e) {
            throw new UnreadableFileException(
                    "%s is no whole backup: it is cut off or damaged; use another".formatted(file));
        }
    }

    private static void record(DataInputStream in, Taker taker) throws IOException {
        int number = in.readByte();
        Fact fact = Fact.of(number).orElse(null);
        if (fact == null) {
            throw new ZipException("no topic " + number);
        }
        int partition = in.readInt();
        long timestamp = in.readLong();
        taker.record(fact, partition, timestamp, bytes(in), bytes(in));
    }

    private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == BackupWriter.NONE) {
            return null;
        }
        if (length < 0 || length > BYTES_MAX) {
            throw new ZipException("a record of %d bytes".formatted(length));
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
