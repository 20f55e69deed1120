package org.tidemark.streams.revise;

import java.nio.charset.StandardCharsets;
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
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Change;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseClosing;
import org.tidemark.streams.metrics.FlowListener;
import org.tidemark.streams.state.CompletionStore;
import org.tidemark.streams.state.FigureStore;
import org.tidemark.streams.state.InstantStore;
import org.tidemark.streams.state.PendingStore;
import org.tidemark.streams.state.PendingStore.Place;
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
    private final Outlets outlets;
    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable PendingStore pending;
    private @Nullable FigureStore figures;
    private @Nullable CompletionStore completions;
    private @Nullable InstantStore instants;

    /**
     * Children by name.
     *
     * @param applied take {@link InstantApplied}, one after the other, since a later one reads what the earlier made of it
     * @param outcomes takes {@link org.tidemark.release.ReleaseOutcome}
     * @param rejected takes {@link Rejection}
     */
    public record Outlets(List<String> applied, String outcomes, String rejected) {
        public Outlets {
            applied = List.copyOf(applied);
        }
    }

    public ReviseProcessor(Catalogue catalogue, Codecs codecs, FlowListener listener, Outlets outlets) {
        this.catalogue = catalogue;
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
        Ledger ledger = new Ledger(
                catalogue,
                Objects.requireNonNull(figures, "init comes first"),
                Objects.requireNonNull(completions, "init comes first"),
                closing);
        Application application = new Application(ledger, closing);
        application.apply(places.get());
        application.conflicting().forEach(o -> reject(o, timestamp));
        ReleaseOutcome outcome = application.outcome();
        listener.applied(outcome);
        forward(closing.economy(), outcome, timestamp, outlets.outcomes());
        pass(closing, application.changes(), timestamp);
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

    private void reject(Observation o, long timestamp) {
        Rejection rejection = new Rejection(
                RejectReason.CONFLICTING,
                "%s: %s has two values at %s, one of them %s; ask the publisher, then send one of them under a later publication instant"
                        .formatted(o.figure(), o.batch().source(), o.published(), o.value()),
                "release %s, place %d".formatted(o.batch().release(), o.ordinal()),
                o.batch().source(),
                o.economy(),
                o.batch().release(),
                o.published(),
                events.encode(o));
        listener.rejected(RejectReason.CONFLICTING);
        forward(o.economy().getBytes(StandardCharsets.UTF_8), rejection, timestamp, outlets.rejected());
    }

    private void forward(Object key, Object value, long timestamp, String child) {
        Objects.requireNonNull(context, "init comes first").forward(new Record<>(key, value, timestamp), child);
    }
}
