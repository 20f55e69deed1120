package org.tidemark.producers.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tidemark.catalogue.Endpoint;

/** The secrets of whoever asks, from the environment or from files that it names. */
public final class Keys {
    private static final String FILE = "_FILE";

    private final Map<String, String> environment;

    public Keys(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The secret; empty where nobody has set one. A file is read each time, so that it can be changed. */
    Optional<String> of(Endpoint.Key key) {
        String file = environment.get(key.variable() + FILE);
        if (file == null) {
            return Optional.ofNullable(environment.get(key.variable())).filter(s -> !s.isBlank());
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip()).filter(s -> !s.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("%s%s: %s cannot be read".formatted(key.variable(), FILE, file), e);
        }
    }
}
