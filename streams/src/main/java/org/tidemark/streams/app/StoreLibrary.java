package org.tidemark.streams.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.rocksdb.RocksDB;

/** The native library of the stores, which unpacks itself into a folder that programs must be able to run from. */
public final class StoreLibrary {
    private StoreLibrary() {}

    /**
     * Loads it now, so that a folder that is full or mounted without execution is one line before anything is started.
     *
     * @throws UncheckedIOException in one line
     */
    public static void require() {
        try {
            RocksDB.loadLibrary();
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            throw new UncheckedIOException(new IOException(line(FaultPolicy.line(e)), e));
        }
    }

    static String line(String reason) {
        String shared = System.getenv("ROCKSDB_SHAREDLIB_DIR");
        return "the stores' library cannot be loaded from %s: %s; where that folder is full or mounted noexec, name another with ROCKSDB_SHAREDLIB_DIR, TMPDIR or JAVA_OPTS=-Djava.io.tmpdir=DIR"
                .formatted(shared == null ? System.getProperty("java.io.tmpdir") : shared, reason);
    }
}
