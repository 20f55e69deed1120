package org.tidemark.engine.revise;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.change.InstantApplied;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.store.CompletionStore;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.InstantStore;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.engine.store.PendingStore;
import org.tidemark.engine.store.PendingStore.Place;
import org.tidemark.engine.store.PublicationStore;
import org.tidemark.engine.store.RefusedStore;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.validate.Judged;
import org.tidemark.figures.Estimator;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Withdrawal;
import org.tidemark.wire.Codecs;

/**
 * Gathers a release until its closing record says how many figures it has, then applies it as one update. A release
 * whose count is not met stays pending; whoever sends it again completes it.
 */
public final class ReviseStage {
    private static final String JUDGED_AGAIN = "judged again";

    private final Catalogue catalogue;
    private final ReleaseRefusals refusals;
    private final FlowListener listener;
    private final List<Estimator> estimators;
    private final Outlet out;
    private final PendingStore pending;
    private final FigureStore figures;
    private final CompletionStore completions;
    private final InstantStore instants;
    private final JudgementStore judgements;
    private final PublicationStore publications;
    private final RefusedStore refused;

    /** Takes what becomes of a release. */
    public interface Outlet {
        /** An instant has changed what is believed. */
        void applied(InstantApplied applied, Instant at);

        /** A release was applied. */
        void applied(ReleaseOutcome outcome, Instant at);

        /** A part of a release was judged, or judged again. */
        void judged(Assessment judgement, Instant at);

        /** A figure, or a word of somebody's, is refused. */
        void refused(Output.Refused refused);
    }

    /**
     * What is read and written.
     *
     * @param refused shared with whoever else refuses
     */
    public record Stores(
            PendingStore pending,
            FigureStore figures,
            CompletionStore completions,
            InstantStore instants,
            JudgementStore judgements,
            PublicationStore publications,
            RefusedStore refused) {
        /** Opens all but what is shared. */
        public static Stores of(Tables tables, Codecs codecs, FigureStore figures, RefusedStore refused) {
            return new Stores(
                    new PendingStore(tables, codecs),
                    figures,
                    new CompletionStore(tables),
                    new InstantStore(tables),
                    new JudgementStore(tables, codecs),
                    new PublicationStore(tables),
                    refused);
        }
    }

    /**
     * One for a partition.
     *
     * @param estimators of several indicators, for saying what a held release would do to them
     */
    public ReviseStage(
            Catalogue catalogue,
            Codecs codecs,
            Stores stores,
            FlowListener listener,
            List<Estimator> estimators,
            Outlet out) {
        this.catalogue = catalogue;
        this.estimators = List.copyOf(estimators);
        this.refusals = new ReleaseRefusals(codecs.events());
        this.listener = listener;
        this.out = out;
        this.pending = stores.pending();
        this.figures = stores.figures();
        this.completions = stores.completions();
        this.instants = stores.instants();
        this.judgements = stores.judgements();
        this.publications = stores.publications();
        this.refused = stores.refused();
    }

    /** Takes what validation passed on, and at which event time. */
    public void accept(Judged judged, Instant at) {
        if (judged instanceof Judged.Good good) {
            pending.put(good.observation());
        } else if (judged instanceof Judged.Refused no) {
            pending.putRefused(no.observation(), no.reason());
        } else if (judged instanceof Judged.Closing end) {
            close(end.closing(), at);
        } else if (judged instanceof Judged.Decided word) {
            decide(word.decision(), at);
        } else if (judged instanceof Judged.ByHand word) {
            takeBack(word.withdrawal(), at);
        }
    }

    /** A release while it is applied. */
    private record Act(VintageBook ledger, ReleaseScreening bench) {}

    private Act act(ReleaseEnd closing) {
        AssessmentBook docket = new AssessmentBook(
                judgements, closing.economy(), closing.batch().source());
        Absences.Mute mute = new Absences.Mute(
                refused.voided(closing.economy(), closing.batch().source()),
                batch -> refused.isWithdrawn(closing.economy(), batch));
        VintageBook ledger = new VintageBook(catalogue, figures, completions, mute, docket, closing);
        Instant newest = publications.newest(closing.economy(), closing.batch().source());
        return new Act(ledger, new ReleaseScreening(catalogue, ledger, docket, closing, newest));
    }

    /**
     * Judges every release of an economy again, under the rules of now: what is believed may be other vintages afterwards.
     * Nothing of that is passed on, since whoever asks for it derives everything anew.
     *
     * @param at when those rules came
     */
    public void judgeAgain(String economy, Instant at) {
        SortedMap<String, SortedSet<String>> bySource = new TreeMap<>();
        boolean unused = figures.figuresWhile(economy, vintages -> {
            SeriesId series = vintages.get(0).observation().figure().series();
            bySource.computeIfAbsent(series.source(), s -> new TreeSet<>()).add(series.indicator());
            return true;
        });
        bySource.forEach((source, indicators) -> {
            BatchId again = new BatchId(source, JUDGED_AGAIN, at, JUDGED_AGAIN);
            Act act = act(new ReleaseEnd(economy, again, 0, false, false));
            Map<PartId, Assessment> before = new HashMap<>();
            indicators.forEach(indicator ->
                    judgements.of(economy, source, indicator).forEach(judged -> before.put(judged.part(), judged)));
            act.bench().judgeAgain(indicators);
            tell(act.bench(), at, before);
        });
    }

    private void decide(QuarantineDecision decision, Instant at) {
        ReleaseEnd context = new ReleaseEnd(decision.economy(), decision.batch(), 0, false, false);
        Act act = act(context);
        if (act.bench().decide(decision)) {
            tell(act.bench(), at);
            pass(context, act.ledger().changes(false), at);
        } else {
            out.refused(refusals.of(decision, at));
        }
    }

    private void takeBack(Withdrawal word, Instant at) {
        BatchId named = new BatchId(
                word.batch().source(),
                Withdrawal.BY_HAND + word.batch().release(),
                word.at(),
                word.batch().load());
        ReleaseEnd context = new ReleaseEnd(word.economy(), named, 0, false, false);
        boolean taken = refused.isClosed(word.economy(), word.batch());
        boolean whole = taken && word.figure() == null;
        if (whole) {
            refused.withdrawn(word.economy(), word.batch(), word.action() == Withdrawal.Action.WITHDRAW);
        }
        Act act = act(context);
        boolean changed = act.bench().takeBack(word, taken);
        if (changed) {
            tell(act.bench(), at);
            pass(context, act.ledger().changes(false), at);
        }
        if (!changed && !(whole && word.action() == Withdrawal.Action.WITHDRAW)) {
            out.refused(refusals.of(word, at));
        }
    }

    /** Sends what was judged; of what is held, with what it would do. */
    private void tell(ReleaseScreening bench, Instant at) {
        tell(bench, at, Map.of());
    }

    /** As {@link #tell(ReleaseScreening, Instant)}, but for what is as it was. */
    private void tell(ReleaseScreening bench, Instant at, Map<PartId, Assessment> before) {
        WhatIf what = new WhatIf(catalogue, estimators, figures);
        for (Assessment judged : List.copyOf(bench.entered())) {
            Assessment told = judged;
            if (judged.status() == Assessment.Status.HELD && judged.effects().isEmpty()) {
                told = judged.with(what.effects(judged.part()));
                judgements.put(told);
            }
            if (!told.equals(before.get(told.part()))) {
                out.judged(told, at);
            }
        }
    }

    private void close(ReleaseEnd closing, Instant at) {
        Optional<List<Place>> places = pending.take(closing.economy(), closing.batch(), closing.sent());
        if (places.isEmpty()) {
            listener.leftPending(closing);
            return;
        }
        Act act = act(closing);
        ReleaseApplier application = new ReleaseApplier(
                act.ledger(), act.bench(), closing, refused.isWithdrawn(closing.economy(), closing.batch()));
        application.apply(places.get());
        if (!ReleaseApplier.isVoid(places.get())) {
            note(closing, application.isDatedByLag());
        }
        // A release that was closed before was counted then: what contradicts it since has been refused with the other
        // value.
        boolean first = refused.isFirst(closing.economy(), closing.batch());
        application.conflicting().stream()
                .filter(conflict -> first || !conflict.refused().batch().equals(closing.batch()))
                .forEach(conflict -> out.refused(refusals.of(conflict, at)));
        ReleaseOutcome outcome = application.outcome();
        out.applied(outcome, at);
        tell(act.bench(), at);
        pass(closing, application.changes(), at);
    }

    private void note(ReleaseEnd closing, boolean datedByLag) {
        publications.note(
                closing.economy(), closing.batch().source(), closing.batch().published(), datedByLag);
    }

    /** Estimates are told of an instant as a whole, with the last of its releases. */
    private void pass(ReleaseEnd closing, List<ValueChange> changes, Instant at) {
        if (closing.moreAtInstant()) {
            instants.add(closing.economy(), changes);
            return;
        }
        List<ValueChange> all = instants.takeWith(closing.economy(), changes);
        if (!all.isEmpty()) {
            InstantApplied applied =
                    new InstantApplied(closing.economy(), closing.batch().published(), all);
            out.applied(applied, at);
        }
    }
}
