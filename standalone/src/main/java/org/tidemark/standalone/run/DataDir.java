package org.tidemark.standalone.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.tidemark.producers.UnreadableFileException;

/** The directory of one system: kept between runs, or gone with the run when it is ephemeral. */
public final class DataDir implements AutoCloseable {
    private static final String SHIPPED = "reference-figures.csv";

    private final Path path;
    private final boolean ephemeral;

    private DataDir(Path path, boolean ephemeral) {
        this.path = path;
        this.ephemeral = ephemeral;
    }

    /**
     * A directory that is kept; made when it is not there.
     *
     * @throws UnreadableFileException when it cannot be made or written to
     */
    public static DataDir kept(Path path) throws UnreadableFileException {
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException e) {
            throw new UnreadableFileException(
                    "data directory %s is a file; name a directory with --data-dir".formatted(path));
        } catch (IOException e) {
            throw new UnreadableFileException("data directory %s cannot be made (%s); name another with --data-dir"
                    .formatted(path, e.getClass().getSimpleName()));
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            throw new UnreadableFileException(
                    "data directory %s cannot be read and written; change its permissions or name another with --data-dir"
                            .formatted(path));
        }
        return new DataDir(path, false);
    }

    /** A new directory that {@link #close} deletes. */
    public static DataDir ephemeral() throws IOException {
        return new DataDir(Files.createTempDirectory("tidemark-"), true);
    }

    public Path path() {
        return path;
    }

    /** The figures that the program ships, as a file like any other. */
    public Path shippedFigures() throws IOException {
        Path file = path.resolve("shipped").resolve(SHIPPED);
        Files.createDirectories(file.getParent());
        try (InputStream in = Objects.requireNonNull(DataDir.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    @Override
    public void close() {
        if (!ephemeral) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
