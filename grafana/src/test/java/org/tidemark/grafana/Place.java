package org.tidemark.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things are. The tests run in the folder of this module. */
final class Place {
    static final Path MODULE = Path.of("").toAbsolutePath();
    static final Path REPOSITORY = MODULE.resolve("..").normalize();
    static final Path PROMETHEUS = MODULE.resolve("prometheus");
    static final Path ALERTMANAGER = MODULE.resolve("alertmanager");
    static final Path DASHBOARDS = MODULE.resolve("dashboards");
    static final Path RUNBOOKS = REPOSITORY.resolve("docs/runbooks");
    static final Path SHIPPED_FIGURES =
            REPOSITORY.resolve("standalone/src/main/resources/org/tidemark/standalone/run/reference-figures.csv");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private Place() {}

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(JsonNode tree, Path file) throws IOException {
        YAML.writeValue(file.toFile(), tree);
        return file;
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of a folder in order of their names. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
