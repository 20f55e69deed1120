package org.tidemark.standalone.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code held.json} of a broker's directory. It is replaced as a whole, so that a kill leaves the old one or the new. */
public final class HeldFile {
    static final String NAME = "held.json";
    private static final int VERSION = 1;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path file;

    public HeldFile(Path directory) {
        this.file = directory.resolve(NAME);
    }

    /**
     * What was noted; null where nothing was: a new directory, or one of a version that did not note it.
     *
     * @throws IOException when the note is damaged
     */
    public @Nullable Held read() throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        JsonNode root = mapper.readTree(file.toFile());
        if (root.path("version").asInt() != VERSION || !root.path("ends").isObject()) {
            throw new IOException("it is no note of what is held");
        }
        TreeMap<String, Long> ends = new TreeMap<>();
        root.path("ends")
                .properties()
                .forEach(end -> ends.put(end.getKey(), end.getValue().asLong()));
        return new Held(root.path("cluster").asText(), ends);
    }

    public void write(Held held) throws IOException {
        ObjectNode root = mapper.createObjectNode();
        root.put("version", VERSION).put("cluster", held.cluster());
        ObjectNode ends = root.putObject("ends");
        held.ends().forEach(ends::put);
        WholeFile.write(file, out -> out.write(mapper.writeValueAsBytes(root)));
    }

    public Path path() {
        return file;
    }
}
