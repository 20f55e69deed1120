package org.tidemark.streams.panel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.DivergenceRecipe;
import org.tidemark.divergence.PanelMember;
import org.tidemark.revise.Change;
import org.tidemark.series.InstantClosing;
import org.tidemark.streams.rederive.Rederivation;
import org.tidemark.streams.rederive.RederiveProcessor;
import org.tidemark.streams.rederive.Rederived;
import org.tidemark.streams.revise.InstantApplied;
import org.tidemark.streams.state.DerivationStore;
import org.tidemark.streams.state.LatestEstimateStore;
import org.tidemark.streams.state.PanelPendingStore;
import org.tidemark.streams.state.RunStore;
import org.tidemark.streams.state.StorePlace;
import org.tidemark.streams.validate.ReceivedKey;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.version.Derivation;
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
    private final Rederivation rederivation;
    private final List<String> applied;
    private final String rejected;
    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable PanelPendingStore pending;
    private @Nullable RunStore runs;
    private @Nullable DerivationStore derivations;
    private @Nullable LatestEstimateStore latest;
    private @Nullable Cancellable fresh;

    /**
     * One for the one partition.
     *
     * @param applied children that take {@link InstantApplied}, one after the other, since a later one reads what the earlier made of it
     * @param rejected child that takes {@link Rejection} under the key as received
     */
    public GatherProcessor(
            Catalogue catalogue, Codecs codecs, Rederivation rederivation, List<String> applied, String rejected) {
        this.rederivation = rederivation;
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
        derivations = new DerivationStore(context.getStateStore(StorePlace.PANELS.of(DerivationStore.NAME)));
        KeyValueStore<Bytes, byte[]> said = context.getStateStore(StorePlace.PANELS.of(LatestEstimateStore.NAME));
        latest = LatestEstimateStore.reading(said, codecs);
        await(context);
    }

    /** What is compared is derived anew when every partition has sent its own; until then health says so. */
    private void await(ProcessorContext<Object, Object> context) {
        Derivation derivation = rederivation.derivation();
        if (!derivation.isKept() || isDerived()) {
            return;
        }
        if (derivation.fresh()) {
            fresh = context.schedule(Duration.ofMillis(1), PunctuationType.WALL_CLOCK_TIME, now -> noteFresh());
        } else {
            rederivation.told(context.taskId(), 0, 1);
        }
    }

    private void noteFresh() {
        Objects.requireNonNull(fresh, "set in init").cancel();
        Objects.requireNonNull(derivations, "init comes first")
                .whole(rederivation.derivation().text());
    }

    private boolean isDerived() {
        return Objects.requireNonNull(derivations, "init comes first")
                .whole()
                .equals(rederivation.derivation().text());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        try {
            // Only what closes an instant has no key.
            if (record.key() == null) {
                close(closings.decode(value));
            } else {
                take(changes.decode(value));
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

    /** What comes behind a figure that waits to be derived anew, and was published before that, goes with it. */
    private void take(Change change) {
        PanelPendingStore store = Objects.requireNonNull(pending, "init comes first");
        store.add(change);
        Derivation derivation = rederivation.derivation();
        if (derivation.isKept() && !isDerived()) {
            store.refresh(derivation.since(), change);
        }
    }

    private void close(InstantClosing closing) {
        Instant closed = Objects.requireNonNull(runs, "init comes first").closed(closing);
        if (closed == null) {
            return;
        }
        SortedMap<Instant, List<Change>> over =
                Objects.requireNonNull(pending, "init comes first").takeUntil(closed);
        Derivation derivation = rederivation.derivation();
        boolean anew = derivation.isKept()
                && closing.run()
                        .equals(RederiveProcessor.RUN + derivation.since().toEpochMilli())
                && !isDerived();
        List<Change> all = anew ? over.remove(derivation.since()) : null;
        over.forEach(this::apply);
        if (anew) {
            derive(all == null ? List.of() : all);
        }
    }

    private void derive(List<Change> all) {
        Derivation derivation = rederivation.derivation();
        DerivationStore store = Objects.requireNonNull(derivations, "init comes first");
        SortedMap<String, List<Change>> panels = byScope(all);
        Objects.requireNonNull(latest, "init comes first").each(null, estimate -> {
            panels.putIfAbsent(estimate.key().economy(), List.of());
            return true;
        });
        panels.forEach((scope, its) -> send(new Record<>(
                scope,
                new Rederived(scope, derivation.since(), derivation.causeOfEstimates(store.whole()), its),
                derivation.since().toEpochMilli())));
        store.whole(derivation.text());
        rederivation.over(Objects.requireNonNull(context, "init comes first").taskId());
    }

    private void apply(Instant published, List<Change> all) {
        byScope(all)
                .forEach((scope, its) ->
                        send(new Record<>(scope, new InstantApplied(scope, published, its), published.toEpochMilli())));
    }

    private void send(Record<Object, Object> whole) {
        applied.forEach(child -> Objects.requireNonNull(context).forward(whole, child));
    }

    @Override
    public void close() {
        if (context != null) {
            rederivation.over(context.taskId());
        }
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
