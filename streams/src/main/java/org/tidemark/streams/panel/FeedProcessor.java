package org.tidemark.streams.panel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.DivergenceRecipe;
import org.tidemark.revise.Change;
import org.tidemark.series.InstantClosing;
import org.tidemark.streams.rederive.Rederived;
import org.tidemark.streams.revise.InstantApplied;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;

/** Sends what is compared across economies on from their partitions, and behind it that an instant is over there. */
public final class FeedProcessor implements Processor<Object, Object, byte[], byte[]> {
    private final List<DivergenceRecipe> recipes;
    private final Codec<Change> changes;
    private final Codec<InstantClosing> closings;
    private @Nullable ProcessorContext<byte[], byte[]> context;

    public FeedProcessor(Catalogue catalogue, Codecs codecs) {
        this.recipes = List.copyOf(catalogue.recipes().divergences().values());
        this.changes = codecs.changes();
        this.closings = codecs.instantClosings();
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<Object, Object> record) {
        if (record.value() instanceof InstantApplied applied) {
            applied.changes().stream()
                    .filter(this::isCompared)
                    .forEach(change -> send(
                            applied.economy().getBytes(StandardCharsets.UTF_8),
                            changes.encode(change),
                            record.timestamp()));
        } else if (record.value() instanceof Rederived anew) {
            anew.figures().stream()
                    .filter(this::isCompared)
                    .forEach(figure -> send(
                            anew.economy().getBytes(StandardCharsets.UTF_8),
                            changes.encode(figure),
                            record.timestamp()));
        } else if (record.value() instanceof InstantClosing closing) {
            send(null, closings.encode(closing), record.timestamp());
        }
    }

    private boolean isCompared(Change change) {
        return recipes.stream().anyMatch(recipe -> recipe.takes(change.figure()));
    }

    private void send(byte @Nullable [] key, byte[] value, long timestamp) {
        Objects.requireNonNull(context, "init comes first").forward(new Record<>(key, value, timestamp));
    }
}
