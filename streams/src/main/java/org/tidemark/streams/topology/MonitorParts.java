package org.tidemark.streams.topology;

import org.apache.kafka.streams.Topology;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.streams.metrics.FlowListener;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * What both halves of the flow are built with.
 *
 * @param listener is told what passes, for metrics
 */
record MonitorParts(Topics topics, Catalogue catalogue, Codecs codecs, StoreKind stores, FlowListener listener) {
    /** Adds a store for some processors. */
    void addStore(Topology topology, String name, String... processors) {
        topology.addStateStore(stores.builder(name), processors);
    }
}
