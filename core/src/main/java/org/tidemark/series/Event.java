package org.tidemark.series;

/** What the observations topic holds: figures, and the record that closes a release in one economy. */
public sealed interface Event permits Observation, ReleaseClosing {
    BatchId batch();

    /** The Kafka key: an economy lives on one partition. */
    String economy();
}
