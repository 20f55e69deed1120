package org.tidemark.standalone.run;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.streams.app.ClusterLook;

/**
 * The cluster that a state directory was filled from, remembered in a small file beside it. The directory is a cache: beside
 * another cluster it is emptied and filled again, since old estimates would be served beside the new ones.
 */
final class StateOrigin {
    private static final Logger LOG = LoggerFactory.getLogger(StateOrigin.class);
    private static final String NAME = "cluster.properties";
    private static final String CLUSTER_ID = "cluster.id";
    private static final String OBSERVATIONS_ID = "observations.id";

    private final Path file;
    private final Path state;

    /**
     * Looks at nothing yet.
     *
     * @param directory holds the file
     * @param state the directory of the stores, which may be emptied
     */
    StateOrigin(Path directory, Path state) {
        this.file = directory.resolve(NAME);
        this.state = state;
    }

    /**
     * Compares with the cluster, empties the state of another one, and remembers this one.
     *
     * @param unknownIsOther whether state of which nothing is remembered is taken for another cluster's
     * @return what is to be said of it, in one line; empty when nothing has changed
     */
    Optional<String> settle(ClusterLook now, boolean unknownIsOther) {
        requireFolder();
        try {
            Optional<String> said = Optional.empty();
            Origin before = remembered();
            Origin is = new Origin(now.clusterId(), now.observationsId());
            boolean other = before.equals(Origin.UNKNOWN) ? unknownIsOther : !before.equals(is);
            if (other && Files.isDirectory(state)) {
                empty();
                said = Optional.of("the state in %s was of %s and is made anew from %s"
                        .formatted(
                                state,
                                before.equals(Origin.UNKNOWN)
                                        ? "an unknown cluster"
                                        : "another cluster (%s)".formatted(before),
                                is));
                LOG.info("{}", said.get());
            }
            if (!before.equals(is)) {
                remember(is);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kafka Streams would say only that a directory of a task cannot be made. */
    private void requireFolder() {
        if (Files.exists(state) && !Files.isDirectory(state)) {
            throw new SystemStartException(
                    "%s is a file, and the stores need a folder there; move it away, they are made anew from the log"
                            .formatted(state));
        }
    }

    /** A broker that is replaced may be given the id of the one before; a topic that is made anew never has the old id. */
    private record Origin(String clusterId, String observationsId) {
        static final Origin UNKNOWN = new Origin("", "");

        @Override
        public String toString() {
            return "cluster id %s, observations topic id %s".formatted(clusterId, observationsId);
        }
    }

    private Origin remembered() throws IOException {
        if (!Files.exists(file)) {
            return Origin.UNKNOWN;
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            LOG.warn("{} cannot be understood", file, e);
        }
        return new Origin(properties.getProperty(CLUSTER_ID, ""), properties.getProperty(OBSERVATIONS_ID, ""));
    }

    /** Whole or not at all: a process may die at any time. */
    private void remember(Origin origin) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path whole = file.resolveSibling(NAME + ".new");
        Files.writeString(
                whole,
                "%s=%s%n%s=%s%n".formatted(CLUSTER_ID, origin.clusterId(), OBSERVATIONS_ID, origin.observationsId()));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void empty() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(state)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
