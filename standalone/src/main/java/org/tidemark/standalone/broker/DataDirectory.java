package org.tidemark.standalone.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The broker's directory, held by one broker at a time.
 *
 * <p>Kafka has a lock of its own, but takes it only after a controller has begun to write the cluster's metadata there;
 * a second process would have damaged them by then. So this lock comes first.
 */
final class DataDirectory implements AutoCloseable {
    static final long FREE_BYTES_MIN = 64L << 20;
    private static final String LOCK_NAME = "broker.lock";
    private static final int OWNER_BYTES_MAX = 32;

    private final Path path;
    private final DataPlace place;
    private final FileChannel lock;

    private DataDirectory(Path path, DataPlace place, FileChannel lock) {
        this.path = path;
        this.place = place;
        this.lock = lock;
    }

    static DataDirectory open(DataPlace place) {
        Path directory = place.directory().toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory.resolve("kafka"));
            FileChannel channel = FileChannel.open(
                    directory.resolve(LOCK_NAME),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            return locked(directory, place, channel);
        } catch (IOException e) {
            throw new BrokerStartException(
                    "data directory %s cannot be used: %s; %s".formatted(directory, reason(e), place.elsewhere()), e);
        }
    }

    private static DataDirectory locked(Path directory, DataPlace place, FileChannel channel) throws IOException {
        try {
            if (tryLock(channel) == null) {
                throw inUse(directory, place, owner(channel));
            }
            refuseWhenFull(place, directory, Files.getFileStore(directory).getUsableSpace());
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(directory, place, channel);
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

    /** The other's process id if it has written one: it helps to find the window that was forgotten. */
    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(OWNER_BYTES_MAX);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    private static BrokerStartException inUse(Path directory, DataPlace place, String owner) {
        return new BrokerStartException("data directory %s is in use by another broker%s; stop that one or %s"
                .formatted(directory, owner, place.elsewhere()));
    }

    static void refuseWhenFull(DataPlace place, Path directory, long freeBytes) {
        if (freeBytes < FREE_BYTES_MIN) {
            throw new BrokerStartException(
                    "disk full: %d MiB free for data directory %s, at least %d MiB are needed; free some space or %s"
                            .formatted(freeBytes >> 20, directory, FREE_BYTES_MIN >> 20, place.elsewhere()));
        }
    }

    static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is a file, not a directory";
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof NotDirectoryException none) {
            return none.getFile() + " is not a directory";
        }
        if (e instanceof FileSystemException named && named.getReason() != null) {
            return named.getReason() + " (" + named.getFile() + ")";
        }
        return String.valueOf(e.getMessage());
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path path() {
        return path;
    }

    DataPlace place() {
        return place;
    }

    /** Gives the directory free; the file stays, since removing it would race with the next owner. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("lock on %s did not close".formatted(path), e);
        }
    }
}
