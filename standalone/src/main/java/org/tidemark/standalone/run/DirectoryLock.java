package org.tidemark.standalone.run;

import java.io.IOException;
import java.nio.file.Path;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.standalone.stored.OwnerLock;

/** A state directory is held by one monitor at a time: two would write into each other's stores. */
public final class DirectoryLock implements AutoCloseable {
    private static final String NAME = "state.lock";

    private final OwnerLock lock;

    private DirectoryLock(OwnerLock lock) {
        this.lock = lock;
    }

    /**
     * Takes the directory, which is there.
     *
     * @param option with which the user names it
     * @throws UnreadableFileException in one line, with the process that has it
     */
    public static DirectoryLock on(Path directory, String option) throws IOException {
        OwnerLock lock = taken(directory, option);
        try {
            lock.sign();
            return new DirectoryLock(lock);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static OwnerLock taken(Path directory, String option) throws IOException {
        try {
            return OwnerLock.take(directory.resolve(NAME));
        } catch (OwnerLock.OwnedException e) {
            throw new UnreadableFileException(
                    "state directory %s is in use by another monitor%s; stop that one or choose another with %s"
                            .formatted(directory, e.owner(), option));
        }
    }

    /** Gives the directory free. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
