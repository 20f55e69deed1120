package org.tidemark.standalone.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a body lies while it is published, and where it is kept when it has been. */
final class Spool {
    /** Hidden, so that a replay of the archive passes it over. No digits: they may be a date. */
    private static final String INCOMING = ".incoming";

    private static final String BEFORE = "push-";
    private static final String BEHIND = ".csv";

    private final Path incoming;
    private final @Nullable Path archive;
    private final long bytesMax;
    private final AtomicLong bytes;

    private Spool(Path incoming, @Nullable Path archive, long bytesMax) throws IOException {
        this.incoming = incoming;
        this.archive = archive;
        this.bytesMax = bytesMax;
        this.bytes = new AtomicLong(archive == null ? 0 : bytes(archive));
    }

    /**
     * Opens one.
     *
     * @param archive keeps what was published; null where nothing is kept
     * @param bytesMax how large that may be; a body that comes when it is larger is refused
     */
    static Spool of(@Nullable Path archive, long bytesMax) throws IOException {
        Path folder = archive == null ? Files.createTempDirectory("tidemark") : archive;
        Path incoming = Files.createDirectories(folder.resolve(INCOMING));
        if (archive == null) {
            folder.toFile().deleteOnExit();
            incoming.toFile().deleteOnExit();
        }
        return new Spool(incoming, archive, bytesMax);
    }

    /** The name by which rows that are refused are told. */
    static String name(String id) {
        return BEFORE + id + BEHIND;
    }

    /** Writes a body, with its id behind it: what two say alike are two statements all the same. */
    Path write(String id, byte[] csv) throws IOException {
        requireRoom();
        Path file = incoming.resolve(name(id));
        Files.write(file, csv);
        boolean ended = csv.length > 0 && csv[csv.length - 1] == '\n';
        String mark = "%s# pushed as release %s%n".formatted(ended ? "" : "\n", id);
        return Files.writeString(
                file, mark.replace(System.lineSeparator(), "\n"), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    /** What somebody has moved elsewhere is found out when it is needed. */
    private void requireRoom() throws IOException {
        if (archive == null || bytes.get() < bytesMax) {
            return;
        }
        bytes.set(bytes(archive));
        if (bytes.get() >= bytesMax) {
            throw new IOException(
                    "the archive of pushes holds %d bytes of %d; move old folders elsewhere, or raise --push-archive-mb"
                            .formatted(bytes.get(), bytesMax));
        }
    }

    private static long bytes(Path folder) throws IOException {
        long[] all = new long[1];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return all[0];
    }

    /** Of what has been published. */
    void keep(String id) throws IOException {
        Path file = incoming.resolve(name(id));
        if (archive == null) {
            Files.deleteIfExists(file);
        } else if (Files.exists(file)) {
            long size = Files.size(file);
            Path folder = Files.createDirectories(archive.resolve(id));
            Files.move(file, folder.resolve(name(id)), StandardCopyOption.REPLACE_EXISTING);
            bytes.addAndGet(size);
        }
    }

    /** Ids of what lies there since a process died while it published. */
    List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(incoming)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(BEFORE) && name.endsWith(BEHIND))
                    .map(name -> name.substring(BEFORE.length(), name.length() - BEHIND.length()))
                    .toList();
        }
    }

    /** Of what has not. */
    void drop(String id) throws IOException {
        Files.deleteIfExists(incoming.resolve(name(id)));
    }
}
