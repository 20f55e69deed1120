package org.tidemark.series;

/** What the observations topic holds: figures, the record that closes a release in one economy, and decisions on held releases. */
public sealed interface Event permits Observation, ReleaseClosing, QuarantineDecision {
    BatchId batch();

    /** The Kafka key: an economy lives on one partition. */
    String economy();
}
