package org.tidemark.engine.panel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.engine.change.Derived;
import org.tidemark.engine.change.InstantApplied;
import org.tidemark.engine.change.Rederived;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.rederive.RederiveStage;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.store.DerivationStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.PanelPendingStore;
import org.tidemark.engine.store.PublicationStore;
import org.tidemark.engine.store.RunStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.validate.Received;
import org.tidemark.engine.validate.ReceivedKey;
import org.tidemark.measure.PanelMember;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.Watermark;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.version.Cause;
import org.tidemark.version.Derivation;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/**
 * Holds what arrives from the partitions of the economies, in whatever order they come, until each of them has said that
 * an instant is over: then all of it, and of every instant before it, is applied instant by instant. Which partition was
 * ahead of which can delay a result and never change it.
 */
public final class GatherStage {
    private final List<MeasureRecipe> panels;
    private final Codec<ValueChange> changes;
    private final Codec<Watermark> closings;
    private final Rederivation rederivation;
    private final Task task;
    private final List<Derived> derived;
    private final ProjectionStage projections;
    private final Consumer<Output> out;
    private final PanelPendingStore pending;
    private final RunStore runs;
    private final DerivationStore derivations;
    private final LatestEstimateStore latest;
    private final PublicationStore publications;

    /**
     * One for the one partition.
     *
     * @param derived what is derived of panels, in the order in which a later one reads what the earlier made of it
     * @param projections of single economies, which are told before the panels
     */
    public GatherStage(
            Catalogue catalogue,
            Codecs codecs,
            Tables tables,
            Rederivation rederivation,
            Task task,
            List<Derived> derived,
            ProjectionStage projections,
            Consumer<Output> out) {
        this.rederivation = rederivation;
        this.task = task;
        this.out = out;
        this.panels = catalogue.recipes().measures().panels();
        this.changes = codecs.changes();
        this.closings = codecs.instantClosings();
        this.derived = List.copyOf(derived);
        this.projections = projections;
        this.pending = new PanelPendingStore(tables, codecs);
        this.runs = new RunStore(tables);
        this.derivations = new DerivationStore(tables, StorePlace.PANELS);
        this.latest = LatestEstimateStore.reading(tables, StorePlace.PANELS, codecs);
        this.publications = PublicationStore.ofPanels(tables);
    }

    /**
     * What is compared is derived anew when every partition has sent its own; until then health says so. Returns whether
     * {@link #noteFresh} is to be called, since what begins with nothing has nothing to derive.
     */
    public boolean begin() {
        if (!rederivation.derivation().isKept() || isDerived()) {
            return false;
        }
        if (!rederivation.derivation().fresh()) {
            rederivation.told(task, 0, 1);
        }
        return rederivation.derivation().fresh();
    }

    /** Notes with what all will be derived. */
    public void noteFresh() {
        derivations.whole(rederivation.derivation().text());
    }

    private boolean isDerived() {
        return derivations.whole().equals(rederivation.derivation().text());
    }

    /** Takes one record of the topic of panels. */
    public void accept(Received record) {
        byte[] value = record.bytes();
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

    private void reject(Received record, byte[] value, String detail) {
        String place = record.place();
        Rejection rejection =
                new Rejection(RejectReason.MALFORMED, detail, place, null, null, null, null, value, null, place, null);
        out.accept(new Output.Refused(ReceivedKey.toKeep(record.key()), rejection, record.at()));
    }

    /** What comes behind a figure that waits to be derived anew, and was published before that, goes with it. */
    public void take(ValueChange change) {
        pending.add(change);
        Derivation derivation = rederivation.derivation();
        if (derivation.isKept() && !isDerived()) {
            pending.refresh(derivation.since(), change);
        }
    }

    /** Takes in that an instant is over on a partition. */
    public void close(Watermark closing) {
        Instant closed = runs.closed(closing);
        if (closed == null) {
            return;
        }
        SortedMap<Instant, List<ValueChange>> over = pending.takeUntil(closed);
        Derivation derivation = rederivation.derivation();
        boolean anew = derivation.isKept()
                && closing.run().equals(RederiveStage.RUN + derivation.since().toEpochMilli())
                && !isDerived();
        List<ValueChange> all = anew ? over.remove(derivation.since()) : null;
        over.forEach(this::apply);
        if (anew) {
            derive(all == null ? List.of() : all);
        }
    }

    private void derive(List<ValueChange> all) {
        Derivation derivation = rederivation.derivation();
        SortedMap<String, List<ValueChange>> panels = byScope(all);
        latest.each(null, estimate -> {
            if (!ProjectionStage.isMade(estimate.key())) {
                panels.putIfAbsent(estimate.key().economy(), List.of());
            }
            return true;
        });
        bySince(all).forEach((since, its) -> note(its, since));
        Cause cause = derivation.causeOfEstimates(derivations.whole());
        projections.rederived(derivation.since(), new Rederived("", derivation.since(), cause, List.of()).line(), all);
        panels.forEach((scope, its) -> {
            Rederived anew = new Rederived(scope, derivation.since(), cause, its);
            derived.forEach(one -> one.rederived(anew));
        });
        derivations.whole(derivation.text());
        rederivation.over(task);
    }

    private void apply(Instant published, List<ValueChange> all) {
        note(all, published);
        projections.applied(all, published);
        byScope(all).forEach((scope, its) -> {
            InstantApplied applied = new InstantApplied(scope, published, its);
            derived.forEach(one -> one.applied(applied, published));
        });
    }

    private static SortedMap<Instant, List<ValueChange>> bySince(List<ValueChange> all) {
        SortedMap<Instant, List<ValueChange>> bySince = new TreeMap<>();
        for (ValueChange change : all) {
            Instant since = change.after().since();
            if (since != null) {
                bySince.computeIfAbsent(since, s -> new ArrayList<>()).add(change);
            }
        }
        return bySince;
    }

    /** How often a source speaks is told by its releases, whatever economy they are about. */
    private void note(List<ValueChange> all, Instant published) {
        SortedMap<String, Boolean> datedByLag = new TreeMap<>();
        all.forEach(change -> datedByLag.merge(change.batch().source(), change.datedByLag(), Boolean::logicalAnd));
        datedByLag.forEach((source, byLag) -> publications.note("", source, published, byLag));
    }

    /** The task goes elsewhere. */
    public void close() {
        rederivation.over(task);
    }

    /** The changes as those of the panels that they belong to. */
    private SortedMap<String, List<ValueChange>> byScope(List<ValueChange> all) {
        SortedMap<String, List<ValueChange>> byScope = new TreeMap<>();
        for (MeasureRecipe panel : panels) {
            all.stream()
                    .filter(change -> panel.takes(change.figure()))
                    .map(change -> PanelMember.of(panel, change))
                    .forEach(change -> byScope.computeIfAbsent(panel.economy(), s -> new ArrayList<>())
                            .add(change));
        }
        // Two panels of one economy may read the same figure.
        byScope.replaceAll((scope, its) -> its.stream().distinct().toList());
        return byScope;
    }
}
