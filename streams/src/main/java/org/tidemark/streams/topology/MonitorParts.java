package org.tidemark.streams.topology;

import org.tidemark.engine.flow.EngineParts;
import org.tidemark.wire.Topics;

/** What the flow is built with. */
record MonitorParts(Topics topics, EngineParts engine, StoreKind stores) {}
