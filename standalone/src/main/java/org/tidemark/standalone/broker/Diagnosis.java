package org.tidemark.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.logging.LogFile;

/** Turns what Kafka says of a failure into one line that names the directory and the remedy. */
final class Diagnosis {
    private static final long FULL_BYTES_MAX = 1L << 20;
    private static final int CAUSES_MAX = 20;

    private Diagnosis() {}

    static String of(Path directory, DataPlace place, String what, @Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof BrokerStartException) {
                return String.valueOf(each.getMessage());
            }
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof OutOfMemoryError) {
                return "out of memory (%s) with a heap of %d MiB; give it more with JAVA_OPTS=-Xmx2g"
                        .formatted(each.getMessage(), Runtime.getRuntime().maxMemory() >> 20);
            }
        }
        String said = causes(what, cause);
        if (isAbout(said, "no space left on device", "disk quota exceeded") || isFull(directory)) {
            return "disk full: the broker cannot write to data directory %s; free some space or %s"
                    .formatted(directory, place.elsewhere());
        }
        if (isAbout(said, "failed to acquire lock on file")) {
            return "data directory %s is in use by another broker; stop that one or %s"
                    .formatted(directory, place.elsewhere());
        }
        if (isAbout(said, "invalid cluster.id", "stored node id", "invalid node.id")) {
            return "data directory %s belongs to another Kafka cluster; %s".formatted(directory, place.elsewhere());
        }
        return "the broker in data directory %s failed: %s; %s; if a start fails again, %s"
                .formatted(directory, oneLine(what, cause), LogFile.details(), place.ifDamaged());
    }

    private static boolean isAbout(String said, String... signs) {
        return Set.of(signs).stream().anyMatch(said.toLowerCase(Locale.ROOT)::contains);
    }

    /** Kafka often halts without naming the cause, which it has only logged. */
    private static boolean isFull(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace() < FULL_BYTES_MAX;
        } catch (IOException e) {
            return false;
        }
    }

    private static String causes(String what, @Nullable Throwable cause) {
        StringBuilder said = new StringBuilder(what);
        Throwable next = cause;
        for (int i = 0; next != null && i < CAUSES_MAX; i++) {
            said.append('\n').append(next.getMessage());
            next = next.getCause();
        }
        return said.toString();
    }

    private static String oneLine(String what, @Nullable Throwable cause) {
        Throwable root = cause;
        for (int i = 0; root != null && root.getCause() != null && i < CAUSES_MAX; i++) {
            root = root.getCause();
        }
        String said = root == null || root.getMessage() == null ? what : root.getMessage();
        return said.lines().findFirst().orElse(what);
    }
}
