package org.tidemark.wire;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which ids a registry has given to our schemas. It is noted on the cluster, since a registry that is made anew has
 * forgotten it: a record with such an id is one of ours, and one with another id is not.
 *
 * @param byId fingerprint of the schema by its id
 */
public record SchemaIds(SortedMap<Integer, Long> byId) {
    public static final SchemaIds NONE = new SchemaIds(new TreeMap<>());

    private static final int HEX = 16;

    public SchemaIds {
        byId = new TreeMap<>(byId);
    }

    /** As texts, for a note. */
    public Map<String, String> written() {
        Map<String, String> written = new TreeMap<>();
        byId.forEach((id, fingerprint) -> written.put(id.toString(), "%016x".formatted(fingerprint)));
        return written;
    }

    /**
     * From the texts of a note.
     *
     * @throws IllegalArgumentException when they are no ids
     */
    public static SchemaIds read(Map<String, String> written) {
        SortedMap<Integer, Long> byId = new TreeMap<>();
        written.forEach((id, fingerprint) -> byId.put(Integer.valueOf(id), Long.parseUnsignedLong(fingerprint, HEX)));
        return new SchemaIds(byId);
    }

    /** These and others. An id that was given twice keeps its first schema: with that the records were written. */
    public SchemaIds with(SchemaIds later) {
        SortedMap<Integer, Long> all = new TreeMap<>(later.byId);
        all.putAll(byId);
        return new SchemaIds(all);
    }
}
