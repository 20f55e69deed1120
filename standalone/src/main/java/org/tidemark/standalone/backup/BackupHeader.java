package org.tidemark.standalone.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * What a backup says of itself before its records.
 *
 * @param program version that wrote it
 * @param schema release of the contracts that its records may need
 * @param created when, as ISO-8601
 * @param partitions of the observations: a record goes back to its own
 */
record BackupHeader(String program, int schema, String created, int partitions) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FORMAT = "tidemark-backup";
    private static final int VERSION = 1;

    String json() {
        return MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("program", program)
                .put("schema", schema)
                .put("created", created)
                .put("partitions", partitions)
                .toString();
    }

    static BackupHeader parse(String json) throws IOException {
        JsonNode root = MAPPER.readTree(json);
        if (!root.path("format").asText().equals(FORMAT)
                || root.path("partitions").asInt() < 1) {
            throw new IOException("it is no backup of Tidemark's");
        }
        if (root.path("version").asInt() > VERSION) {
            throw new IOException("a later version wrote it (%s); use that one"
                    .formatted(root.path("program").asText()));
        }
        return new BackupHeader(
                root.path("program").asText(),
                root.path("schema").asInt(),
                root.path("created").asText(),
                root.path("partitions").asInt());
    }
}
