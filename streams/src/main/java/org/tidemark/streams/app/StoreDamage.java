package org.tidemark.streams.app;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/** Tells faults that are damage of stores on disk, which are read again from the log, from those that reading again cannot cure. */
final class StoreDamage {
    /** Faults of the disk or the machine: an empty store would meet them too. */
    private static final List<String> NOT_OF_THE_STORE = List.of(
            "no space left",
            "quota exceeded",
            "too many open files",
            "permission denied",
            "read-only file system",
            "lock file",
            "lock hold",
            "input/output error");

    private StoreDamage() {}

    /** What is damaged, in one line; null when the fault is another. */
    static @Nullable String of(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean ofStore = cause instanceof RocksDBException
                    || (cause instanceof IOException && fault instanceof ProcessorStateException);
            if (ofStore) {
                return isOfTheStore(cause) ? FaultPolicy.line(cause) : null;
            }
        }
        return null;
    }

    private static boolean isOfTheStore(Throwable cause) {
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return NOT_OF_THE_STORE.stream().noneMatch(said::contains);
    }
}
