package org.tidemark.streams.topology;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.tidemark.streams.state.RejectionStore;
import org.tidemark.streams.validate.RejectionsProcessor;

/** The third part: what is refused, by producers and by both halves of the flow, counted where all of it comes together. */
final class RejectedFlow {
    // Sub-topologies are numbered in the order of the names of their sources; this one comes last.
    private static final String REJECTED = "rejected";
    private static final String TALLY = "tally-rejected";

    private final MonitorParts parts;

    RejectedFlow(MonitorParts parts) {
        this.parts = parts;
    }

    void addTo(Topology topology) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                REJECTED,
                EconomyFlow::timestamp,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                parts.topics().rejected());
        topology.addProcessor(TALLY, () -> new RejectionsProcessor(parts.codecs()), REJECTED);
        parts.addStore(topology, RejectionStore.NAME, TALLY);
    }
}
