package org.tidemark.wire;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;

/**
 * What one kind of record on one topic is called in a registry. The record's name is part of it, because several kinds
 * share the observations.
 *
 * @param topic that holds the records
 * @param schema its name on the shelf
 */
record Subject(String topic, String schema) {
    /** Every kind of record with its topic; the main topic of a kind comes first. */
    static List<Subject> of(Topics topics) {
        return Arrays.stream(Topic.values())
                .flatMap(topic ->
                        topic.schemas().stream().map(schema -> new Subject(topic.name(topics.prefix()), schema)))
                .toList();
    }

    /** As other clients of the registry form it for several kinds of record on one topic. */
    String name(Schema record) {
        return topic + "-" + record.getFullName();
    }
}
