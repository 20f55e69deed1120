package org.tidemark.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/**
 * Every schema that bytes of ours may have been written with: the present ones and all released before them.
 *
 * <p>A fingerprint leaves out defaults and docs, so two schemas that differ only there have the same one; the build
 * refuses such a pair, because a reader could not tell which of them wrote the bytes.
 */
final class SchemaShelf {
    static final List<String> NAMES = List.of(
            "observation",
            "release_closing",
            "estimate",
            "rejected",
            "load",
            "release_outcome",
            "news",
            "judgement",
            "quarantine_decision",
            "withdrawal",
            "alert",
            "alert_standing",
            "instant_closing",
            "figure_change",
            "system_note");
    static final int RELEASES = 8;

    private SchemaShelf() {}

    /** The schema of one released version, or null when it was not part of that release. */
    static @Nullable Schema released(int release, String name) {
        try (InputStream in = SchemaShelf.class.getResourceAsStream("released/" + release + "/" + name + ".avsc")) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All released versions of one schema, oldest first. */
    static List<Schema> released(String name) {
        List<Schema> versions = new ArrayList<>();
        for (int release = 1; release <= RELEASES; release++) {
            Schema schema = released(release, name);
            if (schema != null) {
                versions.add(schema);
            }
        }
        return versions;
    }

    /**
     * What a registry is to hold of one schema, oldest first and each once; the last is what this program writes. As
     * released, without what the generator of the classes adds for Java alone.
     */
    static List<Schema> contracts(String name, Schema present) {
        Map<Long, Schema> versions = new LinkedHashMap<>();
        released(name).forEach(s -> versions.putIfAbsent(SchemaNormalization.parsingFingerprint64(s), s));
        long written = SchemaNormalization.parsingFingerprint64(present);
        Schema last = versions.remove(written);
        versions.put(written, last == null ? present : last);
        return List.copyOf(versions.values());
    }

    /** The writers' schemas by fingerprint: the present one and those released under the same name. */
    static Map<Long, Schema> byFingerprint(Schema present, String name) {
        Map<Long, Schema> schemas = new HashMap<>();
        released(name).forEach(s -> schemas.put(SchemaNormalization.parsingFingerprint64(s), s));
        schemas.put(SchemaNormalization.parsingFingerprint64(present), present);
        return schemas;
    }

    /** Which name each fingerprint belongs to. */
    static Map<Long, String> namesByFingerprint(Map<String, Schema> present) {
        Map<Long, String> names = new HashMap<>();
        present.forEach((name, schema) ->
                byFingerprint(schema, name).keySet().forEach(fingerprint -> names.put(fingerprint, name)));
        return names;
    }
}
