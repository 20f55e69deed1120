package org.tidemark.producers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file to be read.
 *
 * @param path where it is
 * @param received when it was, of a file that does not lie yet where its folder says so; null for any other
 */
public record SourceFile(Path path, @Nullable Instant received) {
    /** A file whose name, or whose folder's, says of when it is, or nothing does. */
    public SourceFile(Path path) {
        this(path, null);
    }

    /** How much of a file decides what it is, in bytes. */
    public static final int HEAD_BYTES_MAX = 8 * 1024;

    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    /** The first bytes, {@link #HEAD_BYTES_MAX} at most. */
    public byte[] head() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD_BYTES_MAX);
        }
    }

    public String name() {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }
}
