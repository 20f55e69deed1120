package org.tidemark.series;

import java.time.Instant;

/** What the observations topic holds: figures, the record that closes a release in one economy, and decisions on held releases. */
public sealed interface Event permits Observation, ReleaseEnd, QuarantineDecision, Withdrawal {
    BatchId batch();

    /** The timestamp of its record. */
    default Instant at() {
        return batch().published();
    }

    /** The Kafka key: an economy lives on one partition. */
    String economy();
}
