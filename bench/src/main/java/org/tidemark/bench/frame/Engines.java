package org.tidemark.bench.frame;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.flow.EconomyEngine;
import org.tidemark.engine.flow.EngineParts;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.validate.FutureGuard;
import org.tidemark.engine.validate.Received;
import org.tidemark.wire.Codecs;

/** The engine that each frame carries, the same for all, and what their producers have in common. */
final class Engines {
    /** As the product's own producers are set. */
    static final Map<String, Object> PRODUCING = Map.of(
            ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024,
            ProducerConfig.LINGER_MS_CONFIG, 20,
            ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");

    static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());

    private Engines() {}

    static EconomyEngine of(Tables tables, Consumer<Output> out) {
        EngineParts parts = new EngineParts(
                CATALOGUE, Codecs.singleObject(), FlowListener.NONE, Rederivation.none());
        return new EconomyEngine(
                parts, tables, new Task("economies", 0), FutureGuard.NONE, () -> Instant.EPOCH, out);
    }

    static Received received(byte[] key, byte[] value, long timestamp) {
        return Received.record(key, value, timestamp, "topic of the bench");
    }
}
