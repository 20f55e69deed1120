package org.tidemark.streams.revise;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.figures.Estimator;
import org.tidemark.judge.Judgement;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Change;
import org.tidemark.series.BatchId;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.ReleaseClosing;
import org.tidemark.series.Withdrawal;
import org.tidemark.streams.metrics.FlowListener;
import org.tidemark.streams.state.CompletionStore;
import org.tidemark.streams.state.FigureStore;
import org.tidemark.streams.state.InstantStore;
import org.tidemark.streams.state.JudgementStore;
import org.tidemark.streams.state.PendingStore;
import org.tidemark.streams.state.PendingStore.Place;
import org.tidemark.streams.state.PublicationStore;
import org.tidemark.streams.state.RefusedStore;
import org.tidemark.streams.validate.Judged;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;

/**
 * Gathers a release until its closing record says how many figures it has, then applies it as one update. A release
 * whose count is not met stays pending; whoever sends it again completes it.
 */
public final class ReviseProcessor implements Processor<String, Judged, Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(ReviseProcessor.class);

    private final Catalogue catalogue;
    private final Codecs codecs;
    private final Codec<Event> events;
    private final FlowListener listener;
    private final List<Estimator> estimators;
    private final Outlets outlets;
    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable PendingStore pending;
    private @Nullable FigureStore figures;
    private @Nullable CompletionStore completions;
    private @Nullable InstantStore instants;
    private @Nullable JudgementStore judgements;
    private @Nullable PublicationStore publications;
    private @Nullable RefusedStore refused;

    /**
     * Children by name.
     *
     * @param applied take {@link InstantApplied}, one after the other, since a later one reads what the earlier made of it
     * @param outcomes takes {@link org.tidemark.release.ReleaseOutcome}
     * @param judgements take {@link Judgement}
     * @param rejected takes {@link Rejection}
     */
    public record Outlets(List<String> applied, String outcomes, List<String> judgements, String rejected) {
        public Outlets {
            applied = List.copyOf(applied);
            judgements = List.copyOf(judgements);
        }
    }

    /**
     * One for a task.
     *
     * @param estimators of several indicators, for saying what a held release would do to them
     */
    public ReviseProcessor(
            Catalogue catalogue, Codecs codecs, FlowListener listener, List<Estimator> estimators, Outlets outlets) {
        this.catalogue = catalogue;
        this.estimators = List.copyOf(estimators);
        this.codecs = codecs;
        this.events = codecs.events();
        this.listener = listener;
        this.outlets = outlets;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        pending = new PendingStore(context.getStateStore(PendingStore.NAME), codecs);
        figures = new FigureStore(context.getStateStore(FigureStore.NAME), codecs);
        completions = new CompletionStore(context.getStateStore(CompletionStore.NAME));
        instants = new InstantStore(context.getStateStore(InstantStore.NAME));
        judgements = new JudgementStore(context.getStateStore(JudgementStore.NAME), codecs);
        publications = new PublicationStore(context.getStateStore(PublicationStore.NAME));
        refused = new RefusedStore(context.getStateStore(RefusedStore.NAME));
    }

    @Override
    public void process(Record<String, Judged> record) {
        PendingStore store = Objects.requireNonNull(pending, "init comes first");
        Judged judged = record.value();
        if (judged instanceof Judged.Good good) {
            store.put(good.observation());
        } else if (judged instanceof Judged.Refused no) {
            store.putRefused(no.observation(), no.reason());
        } else if (judged instanceof Judged.Closing end) {
            close(end.closing(), store, record.timestamp());
        } else if (judged instanceof Judged.Decided word) {
            decide(word.decision(), record.timestamp());
        } else if (judged instanceof Judged.ByHand word) {
            takeBack(word.withdrawal(), record.timestamp());
        }
    }

    /** A release while it is applied. */
    private record Act(Ledger ledger, Bench bench) {}

    private Act act(ReleaseClosing closing) {
        Docket docket = new Docket(
                Objects.requireNonNull(judgements, "init comes first"),
                closing.economy(),
                closing.batch().source());
        Ledger ledger = new Ledger(
                catalogue,
                Objects.requireNonNull(figures, "init comes first"),
                Objects.requireNonNull(completions, "init comes first"),
                docket,
                closing);
        Instant newest = Objects.requireNonNull(publications, "init comes first")
                .newest(closing.economy(), closing.batch().source());
        return new Act(ledger, new Bench(catalogue, ledger, docket, closing, newest));
    }

    private void decide(QuarantineDecision decision, long timestamp) {
        ReleaseClosing context = new ReleaseClosing(decision.economy(), decision.batch(), 0, false, false);
        Act act = act(context);
        if (act.bench().decide(decision)) {
            tell(act.bench(), timestamp);
            pass(context, act.ledger().changes(false), timestamp);
        } else {
            reject(decision, timestamp);
        }
    }

    private void takeBack(Withdrawal word, long timestamp) {
        BatchId named = new BatchId(
                word.batch().source(),
                Withdrawal.BY_HAND + word.batch().release(),
                word.at(),
                word.batch().load());
        ReleaseClosing context = new ReleaseClosing(word.economy(), named, 0, false, false);
        Act act = act(context);
        if (act.bench().takeBack(word)) {
            tell(act.bench(), timestamp);
            pass(context, act.ledger().changes(false), timestamp);
        } else {
            reject(
                    word,
                    "%s: nothing of release %s of %s is held that could be %s"
                            .formatted(
                                    word.figure() == null ? word.economy() : word.figure(),
                                    word.batch().release(),
                                    word.batch().source(),
                                    word.action() == Withdrawal.Action.WITHDRAW ? "withdrawn" : "restored"),
                    "withdrawal of %s by %s".formatted(word.at(), word.by()),
                    timestamp);
        }
    }

    /** Sends what was judged; of what is held, with what it would do. */
    private void tell(Bench bench, long timestamp) {
        WithAndWithout what = new WithAndWithout(catalogue, estimators, Objects.requireNonNull(figures));
        JudgementStore store = Objects.requireNonNull(judgements, "init comes first");
        for (Judgement judged : List.copyOf(bench.entered())) {
            Judgement told = judged;
            if (judged.status() == Judgement.Status.HELD && judged.effects().isEmpty()) {
                told = judged.with(what.effects(judged.part()));
                store.put(told);
            }
            listener.judged(told);
            for (String child : outlets.judgements()) {
                forward(told.part().economy(), told, timestamp, child);
            }
        }
    }

    private void close(ReleaseClosing closing, PendingStore store, long timestamp) {
        Optional<List<Place>> places = store.take(closing.economy(), closing.batch(), closing.sent());
        if (places.isEmpty()) {
            LOG.warn(
                    "{} {}: closed with {} sent, but not all have arrived; it stays pending until it is sent again",
                    closing.economy(),
                    closing.batch(),
                    closing.sent());
            listener.leftPending(closing);
            return;
        }
        Act act = act(closing);
        Application application = new Application(act.ledger(), act.bench(), closing);
        application.apply(places.get());
        if (!Application.isVoid(places.get())) {
            note(closing, application.isDatedByLag());
        }
        // A release that was closed before was counted then: what contradicts it since has been refused with the other
        // value.
        boolean first = Objects.requireNonNull(refused, "init comes first").isFirst(closing.economy(), closing.batch());
        application.conflicting().stream()
                .filter(conflict -> first || !conflict.refused().batch().equals(closing.batch()))
                .forEach(conflict -> reject(conflict, timestamp));
        ReleaseOutcome outcome = application.outcome();
        listener.applied(outcome);
        forward(closing.economy(), outcome, timestamp, outlets.outcomes());
        tell(act.bench(), timestamp);
        pass(closing, application.changes(), timestamp);
    }

    private void note(ReleaseClosing closing, boolean datedByLag) {
        Objects.requireNonNull(publications, "init comes first")
                .note(
                        closing.economy(),
                        closing.batch().source(),
                        closing.batch().published(),
                        datedByLag);
    }

    /** Estimates are told of an instant as a whole, with the last of its releases. */
    private void pass(ReleaseClosing closing, List<Change> changes, long timestamp) {
        InstantStore instant = Objects.requireNonNull(instants, "init comes first");
        if (closing.moreAtInstant()) {
            changes.forEach(instant::add);
            return;
        }
        List<Change> all = instant.takeWith(closing.economy(), changes);
        if (!all.isEmpty()) {
            InstantApplied applied =
                    new InstantApplied(closing.economy(), closing.batch().published(), all);
            outlets.applied().forEach(child -> forward(closing.economy(), applied, timestamp, child));
        }
    }

    private void reject(QuarantineDecision d, long timestamp) {
        reject(
                d,
                "%s %s: release %s of %s was never judged; 'tidemark quarantine list' shows what was"
                        .formatted(
                                d.economy(),
                                d.indicator(),
                                d.batch().release(),
                                d.batch().source()),
                "decision of %s".formatted(d.decidedAt()),
                timestamp);
    }

    private void reject(Event d, String detail, String place, long timestamp) {
        Rejection rejection = new Rejection(
                RejectReason.NOTHING_TO_DECIDE,
                detail,
                place,
                d.batch().source(),
                d.economy(),
                d.batch().release(),
                d.batch().published(),
                events.encode(d));
        forward(d.economy().getBytes(StandardCharsets.UTF_8), rejection, timestamp, outlets.rejected());
    }

    private void reject(Conflicts.Conflict conflict, long timestamp) {
        Observation o = conflict.refused();
        Rejection rejection =
                Rejection.of(o, RejectReason.CONFLICTING, detail(o, conflict.other()), null, events.encode(o));
        forward(o.economy().getBytes(StandardCharsets.UTF_8), rejection, timestamp, outlets.rejected());
    }

    private static String detail(Observation o, @Nullable Observation other) {
        String another = other == null
                ? "another"
                : "%s (%s)"
                        .formatted(
                                other.value(),
                                other.place() == null ? other.batch().release() : other.place());
        return "%s: %s has two values at %s, %s and %s; ask the publisher, then send one of them under a later publication instant"
                .formatted(o.figure(), o.batch().source(), o.published(), o.value(), another);
    }

    private void forward(Object key, Object value, long timestamp, String child) {
        Objects.requireNonNull(context, "init comes first").forward(new Record<>(key, value, timestamp), child);
    }
}
