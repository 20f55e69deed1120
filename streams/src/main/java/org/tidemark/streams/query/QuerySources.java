package org.tidemark.streams.query;

import org.tidemark.catalogue.Catalogue;
import org.tidemark.streams.app.HealthCheck;
import org.tidemark.streams.metrics.MonitorMetrics;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/** What the pages are made from. */
public record QuerySources(
        StoreAccess stores, Catalogue catalogue, Codecs codecs, HealthCheck health, MonitorMetrics metrics) {}
