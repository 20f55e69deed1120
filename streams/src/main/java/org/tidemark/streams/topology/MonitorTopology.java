package org.tidemark.streams.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.TimeBounds;
import org.tidemark.engine.flow.EngineParts;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.store.EngineTable;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.validate.FutureGuard;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * The whole flow, in three sub-topologies, each one processor thin: the engine does the work. An economy lives on one
 * partition from its observations to its estimates; what crosses economies goes through one partition, where it waits
 * until all of an instant is there:
 *
 * <pre>
 * observations -&gt; engine of economies -&gt; estimates, estimates.latest, news, alerts, releases, judgements, rejected
 *                                    \-&gt; panels -&gt; engine of panels -&gt; the same topics
 * rejected, from producers too -&gt; tally: counts for metrics, the newest for queries
 * </pre>
 */
public final class MonitorTopology {
    private final MonitorParts parts;

    /** One that nobody listens to. */
    public MonitorTopology(Topics topics, Catalogue catalogue, Codecs codecs, StoreKind stores) {
        this(topics, catalogue, codecs, stores, FlowListener.NONE);
    }

    /**
     * Says how the flow is to be built.
     *
     * @param listener is told what passes, for metrics
     */
    public MonitorTopology(Topics topics, Catalogue catalogue, Codecs codecs, StoreKind stores, FlowListener listener) {
        this(topics, catalogue, codecs, stores, listener, Rederivation.none());
    }

    /**
     * As {@link #MonitorTopology(Topics, Catalogue, Codecs, StoreKind, FlowListener)}.
     *
     * @param rederivation with what is derived: what is stored and was derived otherwise is derived anew
     */
    public MonitorTopology(
            Topics topics,
            Catalogue catalogue,
            Codecs codecs,
            StoreKind stores,
            FlowListener listener,
            Rederivation rederivation) {
        this.parts = new MonitorParts(
                topics, new EngineParts(catalogue, codecs, new LoggedFlow(listener), rederivation), stores);
    }

    /** A flow that history is played through. */
    public Topology build() {
        return build(false);
    }

    /** A flow in which figures are believed as they come: what is published after the clock is refused. */
    public Topology buildLive() {
        return build(true);
    }

    private Topology build(boolean live) {
        Topology topology = new Topology();
        addEconomies(topology, live);
        addPanels(topology);
        addRejected(topology);
        return topology;
    }

    private void addEconomies(Topology topology, boolean live) {
        TimeBounds bounds = parts.engine().catalogue().recipes().releases().bounds();
        FutureGuard guard = live ? FutureGuard.of(bounds) : FutureGuard.NONE;
        addSource(topology, "observations", parts.topics().observations());
        topology.addProcessor(Half.ECONOMIES.processor(), () -> new EconomyProcessor(parts, guard), "observations");
        addStores(topology, StorePlace.ECONOMIES, Half.ECONOMIES.processor());
        new Sinks(Half.ECONOMIES, parts.topics()).addTo(topology);
    }

    private void addPanels(Topology topology) {
        addSource(topology, "panels", parts.topics().panels());
        topology.addProcessor(Half.PANELS.processor(), () -> new PanelProcessor(parts), "panels");
        addStores(topology, StorePlace.PANELS, Half.PANELS.processor());
        new Sinks(Half.PANELS, parts.topics()).addTo(topology);
    }

    /** What is refused, by producers and by both halves of the flow, is counted where all of it comes together. */
    private void addRejected(Topology topology) {
        // Sub-topologies are numbered in the order of the names of their sources; this one comes last.
        addSource(topology, "rejected", parts.topics().rejected());
        topology.addProcessor(
                "tally-rejected", () -> new TallyProcessor(parts.engine().codecs()), "rejected");
        addStores(topology, StorePlace.REJECTED, "tally-rejected");
    }

    private static void addSource(Topology topology, String name, String topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                MonitorTopology::timestamp,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic);
    }

    private void addStores(Topology topology, StorePlace place, String processor) {
        EngineTable.stores(place)
                .forEach((store, comesAndGoes) ->
                        topology.addStateStore(parts.stores().builder(store, comesAndGoes), processor));
    }

    /**
     * A topic may hold records without a timestamp (-1), at which the default extractor stops the application. At 0 they
     * contradict their publication instant, and are rejected with that reason.
     */
    static long timestamp(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }
}
