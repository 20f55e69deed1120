package org.tidemark.api.query;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.events.Arrivals;
import org.tidemark.api.peer.PeerClient;
import org.tidemark.api.peer.PeerLimits;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.streams.app.HealthCheck;
import org.tidemark.streams.metrics.MonitorMetrics;
import org.tidemark.streams.peer.Peers;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/**
 * What the pages are made from.
 *
 * @param peers who holds what
 * @param client asks other monitors for what they hold
 * @param clock says which day is today
 * @param arrivals where it is learned that something was said anew; null where it is told to nobody
 * @param pushes takes figures; null where there is nowhere to send them
 */
public record QuerySources(
        Peers peers,
        PeerClient client,
        Catalogue catalogue,
        Codecs codecs,
        HealthCheck health,
        MonitorMetrics metrics,
        Clock clock,
        @Nullable Arrivals arrivals,
        @Nullable PushDesk pushes) {
    /** Of several monitors, today. */
    public QuerySources(
            Peers peers,
            PeerClient client,
            Catalogue catalogue,
            Codecs codecs,
            HealthCheck health,
            MonitorMetrics metrics) {
        this(peers, client, catalogue, codecs, health, metrics, Clock.systemUTC(), null, null);
    }

    /** The same, that tells of what arrives too. */
    public QuerySources withArrivals(Arrivals told) {
        return new QuerySources(peers, client, catalogue, codecs, health, metrics, clock, told, pushes);
    }

    /** The same, that takes figures too. */
    public QuerySources withPushes(PushDesk taken) {
        return new QuerySources(peers, client, catalogue, codecs, health, metrics, clock, arrivals, taken);
    }

    /** Of one monitor that holds everything. */
    public QuerySources(
            StoreAccess stores, Catalogue catalogue, Codecs codecs, HealthCheck health, MonitorMetrics metrics) {
        this(Peers.alone(stores), new PeerClient(PeerLimits.DEFAULT), catalogue, codecs, health, metrics);
    }
}
