package org.tidemark.standalone.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.UnreadableFileException;

/** A state directory is held by one monitor at a time: two would write into each other's stores. */
public final class DirectoryLock implements AutoCloseable {
    private static final String NAME = "state.lock";
    private static final int OWNER_BYTES_MAX = 32;

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the directory, which is there.
     *
     * @param option with which the user names it
     * @throws UnreadableFileException in one line, with the process that has it
     */
    public static DirectoryLock on(Path directory, String option) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new UnreadableFileException(
                        "state directory %s is in use by another monitor%s; stop that one or choose another with %s"
                                .formatted(directory, owner(channel), option));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DirectoryLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(OWNER_BYTES_MAX);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    /** Gives the directory free; the file stays, since removing it would race with the next owner. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
