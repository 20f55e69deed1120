package org.tidemark.standalone.stored;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a data directory held when it was looked at: its cluster, its partitions and where each of them ended.
 *
 * @param ends offset behind the last record, by partition such as {@code tidemark.observations-0}
 */
public record Held(String cluster, SortedMap<String, Long> ends) {
    public Held {
        ends = Collections.unmodifiableSortedMap(new TreeMap<>(ends));
    }

    /** What of this is no longer there: one entry for each partition that is missing or ends earlier. */
    public List<String> lostIn(SortedMap<String, Long> now) {
        List<String> lost = new ArrayList<>();
        ends.forEach((partition, end) -> {
            Long is = now.get(partition);
            if (is == null) {
                lost.add("partition %s is missing, which ended at offset %d".formatted(partition, end));
            } else if (is < end) {
                lost.add("partition %s ends at offset %d and held records up to %d".formatted(partition, is, end));
            }
        });
        return lost;
    }
}
