package org.tidemark.standalone.broker;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.tidemark.standalone.stored.OwnerLock;

/**
 * The broker's directory, held by one broker at a time.
 *
 * <p>Kafka has a lock of its own, but takes it only after a controller has begun to write the cluster's metadata there;
 * a second process would have damaged them by then. So this lock comes first.
 */
final class DataDirectory implements AutoCloseable {
    static final long FREE_BYTES_MIN = 64L << 20;
    private static final String LOCK_NAME = "broker.lock";

    private final Path path;
    private final DataPlace place;
    private final OwnerLock lock;

    private DataDirectory(Path path, DataPlace place, OwnerLock lock) {
        this.path = path;
        this.place = place;
        this.lock = lock;
    }

    static DataDirectory open(DataPlace place) {
        Path directory = place.directory().toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory.resolve("kafka"));
            return locked(directory, place, OwnerLock.take(directory.resolve(LOCK_NAME)));
        } catch (OwnerLock.OwnedException e) {
            throw inUse(directory, place, e.owner());
        } catch (IOException e) {
            throw new BrokerStartException(
                    "data directory %s cannot be used: %s; %s".formatted(directory, reason(e), place.elsewhere()), e);
        }
    }

    private static DataDirectory locked(Path directory, DataPlace place, OwnerLock lock) throws IOException {
        try {
            refuseWhenFull(place, directory, Files.getFileStore(directory).getUsableSpace());
            lock.sign();
            return new DataDirectory(directory, place, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
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
