package org.tidemark.streams.topology;

import org.apache.kafka.streams.Topology;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.streams.metrics.FlowListener;
import org.tidemark.streams.rederive.Rederivation;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * The whole flow, in three sub-topologies. An economy lives on one partition from its observations to its estimates; what
 * crosses economies goes through one partition, where it waits until all of an instant is there:
 *
 * <pre>
 * observations -&gt; validate -&gt; revise -&gt; penetration -&gt; publish -&gt; estimates, estimates.latest
 *                    |    \     | \  then compose -&gt; publish; both -&gt; tell -&gt; news
 *                 rejected \  rejected, releases, judgements;   all that is judged and said -&gt; alert -&gt; alerts
 *                           \   |
 *                            feed -&gt; panels -&gt; gather -&gt; compose -&gt; publish, tell, alert -&gt; the same topics
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
        this.parts = new MonitorParts(topics, catalogue, codecs, stores, listener, rederivation);
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
        new EconomyFlow(parts, live).addTo(topology);
        new PanelFlow(parts).addTo(topology);
        new RejectedFlow(parts).addTo(topology);
        return topology;
    }
}
