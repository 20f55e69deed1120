package org.tidemark.producers.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tidemark.wire.UndecodableException;

/**
 * Counts the records of our topics that Tidemark did not write. A reader passes over them and says so in one line for each
 * topic: one foreign record must not stop whoever reads what lies beside it.
 */
public final class ForeignRecords {
    private final TreeMap<String, Found> byTopic = new TreeMap<>();

    /** Places are kept, since a topic may be read twice; no more than these of one topic. */
    private static final int PLACES_MAX = 10_000;

    private record Found(String first, Set<String> places) {}

    /** Counts a record, once however often it is read. */
    public void note(ConsumerRecord<byte[], byte[]> record, UndecodableException why) {
        note(record.topic(), record.partition(), record.offset(), why);
    }

    /** As {@link #note(ConsumerRecord, UndecodableException)}, of a record that was read from a file of the broker. */
    public void note(String topic, int partition, long offset, UndecodableException why) {
        String place = "partition %d, offset %d".formatted(partition, offset);
        Found found = byTopic.computeIfAbsent(
                topic, t -> new Found("%s: %s".formatted(place, why.getMessage()), new TreeSet<>()));
        if (found.places().size() < PLACES_MAX) {
            found.places().add(place);
        }
    }

    /** One line for each topic with such records, in the order of their names: how many, where the first is and why. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        byTopic.forEach((topic, found) -> {
            int count = found.places().size();
            lines.add(
                    "%s%d %s of topic %s that Tidemark did not write; the first is %s; let nobody else write there (docs/security.md)"
                            .formatted(
                                    count == PLACES_MAX ? "at least " : "",
                                    count,
                                    count == 1 ? "record" : "records",
                                    topic,
                                    found.first()));
        });
        return lines;
    }
}
