package org.tidemark.version;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the system remembers about itself and its surroundings, on the cluster and for all of its instances.
 *
 * @param name of what is remembered; the latest note of a name counts
 * @param at since when it holds
 */
public record SystemNote(String name, Instant at, SortedMap<String, String> values) {
    public SystemNote {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** With values in the order of their names. */
    public static SystemNote of(String name, Instant at, Map<String, String> values) {
        return new SystemNote(name, at, new TreeMap<>(values));
    }
}
