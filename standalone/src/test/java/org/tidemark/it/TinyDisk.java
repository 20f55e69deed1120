package org.tidemark.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A file system of a few MiB in memory, which a process keeps alive: it is seen by programs that are run in it, and from
 * outside through that process. It needs Linux and the right to mount.
 */
public final class TinyDisk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LOOK_EVERY_MS = 20;
    private static final int BLOCK_BYTES = 64 * 1024;

    private final Process keeper;
    private final Path inside;

    private TinyDisk(Process keeper, Path inside) {
        this.keeper = keeper;
        this.inside = inside;
    }

    /** Mounts one; empty where this machine does not let us. */
    public static Optional<TinyDisk> of(int mebibytes, Path folder) throws IOException, InterruptedException {
        Path inside = Files.createDirectories(folder.resolve("disk")).toAbsolutePath();
        String mount = "mount -t tmpfs -o size=%dm none '%s' && touch '%s/mounted' && exec sleep 3600"
                .formatted(mebibytes, inside, inside);
        Process keeper;
        try {
            keeper = new ProcessBuilder("unshare", "-m", "sh", "-c", mount)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        TinyDisk disk = new TinyDisk(keeper, inside);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (keeper.isAlive() && System.nanoTime() < deadline) {
            if (Files.exists(disk.outside().resolve("mounted"))) {
                return Optional.of(disk);
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
        disk.close();
        return Optional.empty();
    }

    /** Where programs that are run in it see it. */
    public Path inside() {
        return inside;
    }

    /** Where everybody else sees it. */
    public Path outside() {
        return Path.of("/proc/%d/root%s".formatted(keeper.pid(), inside));
    }

    /** What to put before the command of a program that is to see it. */
    public List<String> runner() {
        return List.of("nsenter", "-t", Long.toString(keeper.pid()), "-m");
    }

    /** Writes a file until so much is left, or nothing. */
    public Path fillUpTo(long freeBytes) throws IOException {
        Path file = outside().resolve("filler-" + freeBytes);
        byte[] block = new byte[BLOCK_BYTES];
        try (OutputStream out = Files.newOutputStream(file)) {
            // A file store is looked for among our own mounts, where this one is not.
            while (file.toFile().getUsableSpace() > freeBytes) {
                out.write(block);
            }
        } catch (IOException e) {
            if (freeBytes > 0) {
                throw e;
            }
        }
        return file;
    }

    @Override
    public void close() throws InterruptedException {
        keeper.destroyForcibly();
        boolean unused = keeper.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
