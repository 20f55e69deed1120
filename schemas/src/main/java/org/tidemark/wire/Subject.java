package org.tidemark.wire;

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
        return List.of(
                new Subject(topics.observations(), "observation"),
                new Subject(topics.observations(), "release_closing"),
                new Subject(topics.observations(), "quarantine_decision"),
                new Subject(topics.observations(), "withdrawal"),
                new Subject(topics.observations(), "instant_closing"),
                new Subject(topics.panels(), "figure_change"),
                new Subject(topics.panels(), "instant_closing"),
                new Subject(topics.loads(), "load"),
                new Subject(topics.releases(), "release_outcome"),
                new Subject(topics.judgements(), "judgement"),
                new Subject(topics.rejected(), "rejected"),
                new Subject(topics.estimates(), "estimate"),
                new Subject(topics.estimatesLatest(), "estimate"),
                new Subject(topics.news(), "news"),
                new Subject(topics.alerts(), "alert"));
    }

    /** As other clients of the registry form it for several kinds of record on one topic. */
    String name(Schema record) {
        return topic + "-" + record.getFullName();
    }
}
