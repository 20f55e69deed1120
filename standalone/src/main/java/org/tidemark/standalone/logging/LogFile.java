package org.tidemark.standalone.logging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.logging.log4j.core.config.Configurator;
import org.jspecify.annotations.Nullable;

/** The log file of this process; the rest of the configuration is {@code log4j2.xml}. */
public final class LogFile {
    /** Read by {@code log4j2.xml}; whoever sets it on the command line wins over the data directory. */
    static final String PROPERTY = "tidemark.log.file";

    private static volatile @Nullable Path named;

    private LogFile() {}

    /** Where the details are, as part of a line; a log that a line names outlives a directory that goes with the run. */
    public static String details() {
        Path file = current().orElse(null);
        if (file == null) {
            return "run it again with JAVA_OPTS=-Dtidemark.log.file=FILE for the details";
        }
        named = file;
        return "see %s for the details".formatted(file);
    }

    /** Whether a line has named a file at or below that path. */
    public static boolean isNamed(Path path) {
        Path file = named;
        return file != null && file.startsWith(path.toAbsolutePath().normalize());
    }

    /**
     * Sends the log to {@code logs/tidemark.log} of a data directory from now on, whatever has logged before.
     *
     * @return the file
     */
    public static Path in(Path dataDirectory) {
        String file = System.getProperty(PROPERTY);
        if (file == null) {
            file = dataDirectory
                    .toAbsolutePath()
                    .normalize()
                    .resolve("logs/tidemark.log")
                    .toString();
            System.setProperty(PROPERTY, file);
            Configurator.reconfigure();
        }
        return Path.of(file);
    }

    /** The file as far as there is one: some commands have no directory to keep it in, and some delete theirs. */
    public static Optional<Path> current() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).filter(Files::isRegularFile);
    }
}
