package org.tidemark.producers.kafka;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a topic ended once.
 *
 * @param byPartition offset of the first record that was not there yet, by partition
 */
public record LogEnds(String topic, SortedMap<Integer, Long> byPartition) {
    public LogEnds {
        byPartition = Collections.unmodifiableSortedMap(new TreeMap<>(byPartition));
    }

    /** Offsets up to the end; as many records at most, since marks of transactions have offsets too. */
    public long records() {
        return byPartition.values().stream().mapToLong(Long::longValue).sum();
    }
}
