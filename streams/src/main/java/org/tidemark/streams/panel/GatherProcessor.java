package org.tidemark.streams.panel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.DivergenceRecipe;
import org.tidemark.divergence.PanelMember;
import org.tidemark.revise.Change;
import org.tidemark.series.InstantClosing;
import org.tidemark.streams.revise.InstantApplied;
import org.tidemark.streams.state.PanelPendingStore;
import org.tidemark.streams.state.RunStore;
import org.tidemark.streams.validate.ReceivedKey;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/**
 * Holds what arrives from the partitions of the economies, in whatever order they come, until each of them has said that
 * an instant is over: then all of it, and of every instant before it, is applied instant by instant. Which partition was
 * ahead of which can delay a result and never change it.
 */
public final class GatherProcessor implements Processor<byte[], byte[], Object, Object> {
    private final List<DivergenceRecipe> recipes;
    private final Codec<Change> changes;
    private final Codec<InstantClosing> closings;
    private final Codecs codecs;
    private final List<String> applied;
    private final String rejected;
    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable PanelPendingStore pending;
    private @Nullable RunStore runs;

    /**
     * One for the one partition.
     *
     * @param applied children that take {@link InstantApplied}, one after the other, since a later one reads what the earlier made of it
     * @param rejected child that takes {@link Rejection} under the key as received
     */
    public GatherProcessor(Catalogue catalogue, Codecs codecs, List<String> applied, String rejected) {
        this.rejected = rejected;
        this.recipes = List.copyOf(catalogue.recipes().divergences().values());
        this.changes = codecs.changes();
        this.closings = codecs.instantClosings();
        this.codecs = codecs;
        this.applied = List.copyOf(applied);
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        pending = new PanelPendingStore(context.getStateStore(PanelPendingStore.NAME), codecs);
        runs = new RunStore(context.getStateStore(RunStore.NAME));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        try {
            // Only what closes an instant has no key.
            if (record.key() == null) {
                close(closings.decode(value));
            } else {
                Objects.requireNonNull(pending, "init comes first").add(changes.decode(value));
            }
        } catch (UndecodableException e) {
            reject(record, value, String.valueOf(e.getMessage()));
        }
    }

    private void reject(Record<byte[], byte[]> record, byte[] value, String detail) {
        ProcessorContext<Object, Object> out = Objects.requireNonNull(context, "init comes first");
        String place = out.recordMetadata()
                .map(m -> "topic %s, partition %d, offset %d".formatted(m.topic(), m.partition(), m.offset()))
                .orElse("(not from a topic)");
        Rejection rejection =
                new Rejection(RejectReason.MALFORMED, detail, place, null, null, null, null, value, null, place, null);
        out.forward(new Record<>(ReceivedKey.toKeep(record.key()), rejection, record.timestamp()), rejected);
    }

    private void close(InstantClosing closing) {
        Instant closed = Objects.requireNonNull(runs, "init comes first").closed(closing);
        if (closed != null) {
            Objects.requireNonNull(pending, "init comes first")
                    .takeUntil(closed)
                    .forEach(this::apply);
        }
    }

    private void apply(Instant published, List<Change> all) {
        byScope(all).forEach((scope, its) -> {
            Record<Object, Object> whole =
                    new Record<>(scope, new InstantApplied(scope, published, its), published.toEpochMilli());
            applied.forEach(child -> Objects.requireNonNull(context).forward(whole, child));
        });
    }

    /** The changes as those of the panels that they belong to. */
    private SortedMap<String, List<Change>> byScope(List<Change> all) {
        SortedMap<String, List<Change>> byScope = new TreeMap<>();
        for (DivergenceRecipe recipe : recipes) {
            all.stream()
                    .filter(change -> recipe.takes(change.figure()))
                    .map(inPanel(recipe))
                    .forEach(change -> byScope.computeIfAbsent(recipe.scope(), s -> new ArrayList<>())
                            .add(change));
        }
        // Two recipes of one scope may read the same figure.
        byScope.replaceAll((scope, its) -> its.stream().distinct().toList());
        return byScope;
    }

    private static Function<Change, Change> inPanel(DivergenceRecipe recipe) {
        return change -> PanelMember.of(recipe, change);
    }
}
