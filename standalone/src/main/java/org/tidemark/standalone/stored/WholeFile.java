package org.tidemark.standalone.stored;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes files that are there as a whole or not at all: under another name first, and on disk before they get theirs. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes to an open file. */
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces the file.
     *
     * @throws IOException that names the file when it cannot be written; then the old one is as it was, and no part of the
     *     new one stays
     */
    public static void write(Path file, Body body) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                body.writeTo(new Open(out));
                out.flush();
                channel.force(true);
            }
            Path unused = Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            boolean unused = Files.deleteIfExists(part);
            throw named(file, e);
        } catch (UncheckedIOException e) {
            boolean unused = Files.deleteIfExists(part);
            throw named(file, Objects.requireNonNull(e.getCause(), "it wraps one"));
        } catch (RuntimeException e) {
            boolean unused = Files.deleteIfExists(part);
            throw e;
        }
    }

    /** Stays open when a writer of tables closes it: the bytes are still to be put on disk. */
    private static final class Open extends FilterOutputStream {
        private Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Streams name no file when a disk is full. */
    private static FileSystemException named(Path file, IOException e) {
        if (e instanceof FileSystemException named) {
            return named;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
        named.initCause(e);
        return named;
    }
}
