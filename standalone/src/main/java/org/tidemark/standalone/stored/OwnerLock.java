package org.tidemark.standalone.stored;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that one process owns at a time, with its process id in it. The system frees it when its owner is killed. */
public final class OwnerLock implements AutoCloseable {
    private static final int OWNER_BYTES_MAX = 32;

    private final FileChannel channel;

    private OwnerLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Thrown where another process, or another part of this one, owns the file. */
    public static final class OwnedException extends Exception {
        private static final long serialVersionUID = 1L;

        private OwnedException(String owner) {
            super(owner);
        }

        /** {@code " (process 42)"}; empty if the owner has not written its id yet. It helps to find a forgotten window. */
        public String owner() {
            return Optional.ofNullable(getMessage()).orElse("");
        }
    }

    /** Takes the file, which is made if it is not there; its owner's id is written by {@link #sign}. */
    public static OwnerLock take(Path file) throws IOException, OwnedException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!isTaken(channel)) {
                throw new OwnedException(owner(channel));
            }
            return new OwnerLock(channel);
        } catch (IOException | OwnedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(OWNER_BYTES_MAX);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    /** Writes this process's id into the file. */
    public void sign() throws IOException {
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Frees the file; it stays, since removing it would race with the next owner. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
