package org.tidemark.standalone.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.producers.UnreadableFileException;

/**
 * What run.json says of a replay.
 *
 * @param facts how it was run, flat, by the name that it is told under: settings, versions, inputs
 * @param hashes of the files that it left, by name
 */
record RunRecord(SortedMap<String, String> facts, SortedMap<String, String> hashes) {
    private static final String NAME = "run.json";
    private static final int HASH_SHOWN = 12;
    /** What came out, and how long it took, is not how it was run. */
    private static final Set<String> NOT_HOW = Set.of("output", "counts", "unhashed", "input");

    static RunRecord of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UnreadableFileException(
                    "%s is no folder; name one that 'replay --out' has left".formatted(folder));
        }
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException(
                    "%s has no %s; name a folder that 'replay --out' has left".formatted(folder, NAME));
        }
        JsonNode run = parse(file);
        if (!run.at("/output/files").isObject() || !run.at("/input/hash").isTextual() || !run.has("settings")) {
            throw new UnreadableFileException(
                    "%s is not as this version writes it: input, settings or output is missing; replay it again"
                            .formatted(file));
        }
        return new RunRecord(facts(run), hashes(run));
    }

    private static JsonNode parse(Path file) throws IOException {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new UnreadableFileException("%s is no JSON; replay it again".formatted(file));
        }
    }

    private static SortedMap<String, String> hashes(JsonNode run) {
        SortedMap<String, String> hashes = new TreeMap<>();
        run.at("/output/files")
                .properties()
                .forEach(e -> hashes.put(e.getKey(), e.getValue().asText()));
        return hashes;
    }

    private static SortedMap<String, String> facts(JsonNode run) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> part : run.properties()) {
            if (!NOT_HOW.contains(part.getKey())) {
                flatten(part.getKey(), part.getValue(), facts);
            }
        }
        for (JsonNode file : run.at("/input/files")) {
            // One file may be loaded for several sources, and two files may bear one name.
            facts.merge(
                    "input " + file.path("file").asText() + " of "
                            + file.path("source").asText(),
                    shortened(file.path("load").asText()),
                    (one, other) -> one + " " + other);
        }
        return facts;
    }

    private static void flatten(String name, JsonNode value, SortedMap<String, String> facts) {
        if (value.isObject()) {
            value.properties().forEach(e -> flatten(name + "." + e.getKey(), e.getValue(), facts));
        } else if (value.isArray()) {
            facts.put(name, value.toString());
        } else if (!value.isNull()) {
            facts.put(name, shortened(value.asText()));
        }
    }

    /** A hash by its beginning, which tells two apart; anything else as it is. */
    private static String shortened(String text) {
        boolean hash = text.length() > HASH_SHOWN && text.matches("[0-9a-f]{32,}");
        return hash ? text.substring(0, HASH_SHOWN) : text;
    }
}
