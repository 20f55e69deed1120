package org.tidemark.version;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What derived numbers are derived with. Whatever was derived with other parts is derived anew from the figures that are
 * stored; it is known from {@code since} on, and what was said before stays said.
 *
 * @param parts version of each part by its name
 * @param since when the system began to derive with them
 * @param fresh whether nothing was stored then, so that nothing is to be derived anew
 * @param partitions of the observations, each of which derives for itself
 */
public record Derivation(SortedMap<String, String> parts, Instant since, boolean fresh, int partitions) {
    public static final String RULES = "rules";
    public static final String CATALOGUE = "catalogue";
    public static final String MODEL = "model";

    /** Remembers nothing and derives nothing anew: for a run that begins empty and ends. */
    public static final Derivation NONE = new Derivation(new TreeMap<>(), Instant.EPOCH, true, 1);

    public Derivation {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** Whether versions are compared at all. */
    public boolean isKept() {
        return !parts.isEmpty();
    }

    /** All parts as one text, which is remembered with what was derived. */
    public String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(
                (name, version) -> text.append(name).append('=').append(version).append('\n'));
        return text.toString();
    }

    /**
     * Why an estimate may have moved.
     *
     * @param before the text that was remembered; empty of an older program, which remembered none
     */
    public Cause causeOfEstimates(String before) {
        Map<String, String> was = read(before);
        return was.containsKey(MODEL) && was.get(MODEL).equals(parts.get(MODEL)) ? Cause.CATALOGUE : Cause.MODEL;
    }

    /** Whether the estimates may be others than before. */
    public boolean changesEstimates(String before) {
        Map<String, String> was = read(before);
        return !parts.getOrDefault(MODEL, "").equals(was.get(MODEL))
                || !parts.getOrDefault(CATALOGUE, "").equals(was.get(CATALOGUE));
    }

    private static Map<String, String> read(String text) {
        Map<String, String> parts = new TreeMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                parts.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return parts;
    }
}
