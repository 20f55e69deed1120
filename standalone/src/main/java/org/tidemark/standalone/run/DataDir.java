package org.tidemark.standalone.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.standalone.broker.DataPlace;
import org.tidemark.standalone.logging.LogFile;

/** The directory of one system: kept between runs, or gone with the run when it is ephemeral. */
public final class DataDir implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataDir.class);
    private static final String SHIPPED = "reference-figures.csv";

    /** What to do about a temporary folder; {@code JAVA_OPTS=-Djava.io.tmpdir=DIR} does the same. */
    private static final String OTHER_TMPDIR = "set TMPDIR to a folder with room";

    private final Path path;
    private final DataPlace place;
    private final boolean ephemeral;

    private DataDir(Path path, DataPlace place, boolean ephemeral) {
        this.path = path;
        this.place = place;
        this.ephemeral = ephemeral;
    }

    /**
     * A directory that is kept; made when it is not there.
     *
     * @throws UnreadableFileException when it cannot be made or written to
     */
    public static DataDir kept(Path path) throws UnreadableFileException {
        return kept(path, "--data-dir");
    }

    /**
     * As {@link #kept(Path)}.
     *
     * @param option with which the user names it
     */
    public static DataDir kept(Path path, String option) throws UnreadableFileException {
        try {
            // A link to a directory is one; createDirectories would take it for a file.
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
            }
        } catch (IOException e) {
            throw new UnreadableFileException("data directory %s cannot be made: %s; name another with %s"
                    .formatted(path, FileFault.of(e), option));
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            throw new UnreadableFileException(
                    "data directory %s cannot be read and written; change its permissions or name another with %s"
                            .formatted(path, option));
        }
        return new DataDir(path, DataPlace.named(path, option), false);
    }

    /** A new directory that {@link #close} deletes. */
    public static DataDir ephemeral() throws UnreadableFileException {
        try {
            Path path = Files.createTempDirectory("tidemark-");
            return new DataDir(path, DataPlace.temporary(path, OTHER_TMPDIR), true);
        } catch (IOException e) {
            throw new UnreadableFileException("no temporary directory can be made: %s; free some space, or %s"
                    .formatted(FileFault.of(e), OTHER_TMPDIR));
        }
    }

    public Path path() {
        return path;
    }

    /** Where a broker keeps its data here. */
    public DataPlace place() {
        return place;
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

    /** What cannot be deleted stays behind and is logged: the run itself has gone well. */
    @Override
    public void close() {
        if (!ephemeral) {
            return;
        }
        for (Path each : deepestFirst()) {
            try {
                if (!LogFile.isNamed(each)) {
                    Files.deleteIfExists(each);
                }
            } catch (IOException e) {
                LOG.warn("{} stays behind: {}", each, FileFault.of(e));
            }
        }
    }

    private List<Path> deepestFirst() {
        try (Stream<Path> all = Files.walk(path)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} stays behind", path, e);
            return List.of();
        }
    }
}
