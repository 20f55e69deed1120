package org.tidemark.streams.topology;

import org.apache.kafka.streams.Topology;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.streams.metrics.FlowListener;
import org.tidemark.streams.rederive.Rederivation;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * What both halves of the flow are built with.
 *
 * @param listener is told what passes, for metrics
 * @param rederivation with what is derived, and how far that has come
 */
record MonitorParts(
        Topics topics,
        Catalogue catalogue,
        Codecs codecs,
        StoreKind stores,
        FlowListener listener,
        Rederivation rederivation) {
    /** Adds a store for some processors. */
    void addStore(Topology topology, String name, String... processors) {
        topology.addStateStore(stores.builder(name), processors);
    }
}
