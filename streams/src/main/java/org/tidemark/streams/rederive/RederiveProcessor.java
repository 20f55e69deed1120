package org.tidemark.streams.rederive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.revise.Belief;
import org.tidemark.revise.Change;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.InstantClosing;
import org.tidemark.streams.state.DerivationStore;
import org.tidemark.streams.state.FigureStore;
import org.tidemark.streams.state.FigureStore.Held;
import org.tidemark.streams.state.Histories;
import org.tidemark.streams.validate.Judged;
import org.tidemark.version.Derivation;
import org.tidemark.wire.Codecs;

/**
 * Stands before the releases: an economy that was derived with other rules, another catalogue or another program is derived
 * anew before anything more is said of it. Economies of which nothing arrives have their turn between the records, one after
 * the other, in the transactions of the task.
 */
public final class RederiveProcessor implements Processor<String, Judged, Object, Object> {
    /** What a run of closings is called that no producer sends. */
    public static final String RUN = "rederived ";

    private static final Duration TURN_EVERY = Duration.ofMillis(50);
    private static final int ECONOMIES_A_TURN = 8;

    private final Catalogue catalogue;
    private final Codecs codecs;
    private final Rederivation rederivation;
    private final String next;
    private final List<String> derived;
    private final String feed;
    private final Set<String> settled = new HashSet<>();
    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable FigureStore figures;
    private @Nullable DerivationStore derivations;
    private @Nullable Cancellable turns;
    private @Nullable Iterator<String> waiting;
    private int done;
    private int all;

    /**
     * One for a task.
     *
     * @param next child that takes what arrives
     * @param derived children that take {@link Rederived}, one after the other, since a later one reads what the earlier made of it
     * @param feed the one of them that takes {@link InstantClosing} too
     */
    public RederiveProcessor(
            Catalogue catalogue,
            Codecs codecs,
            Rederivation rederivation,
            String next,
            List<String> derived,
            String feed) {
        this.catalogue = catalogue;
        this.codecs = codecs;
        this.rederivation = rederivation;
        this.next = next;
        this.derived = List.copyOf(derived);
        this.feed = feed;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        settled.clear();
        figures = new FigureStore(context.getStateStore(FigureStore.NAME), codecs);
        derivations = new DerivationStore(context.getStateStore(DerivationStore.NAME));
        if (!derivation().isKept() || store().whole().equals(derivation().text())) {
            return;
        }
        waiting = null;
        if (!derivation().fresh()) {
            rederivation.told(context.taskId(), 0, 1);
        }
        turns = context.schedule(TURN_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> turn());
    }

    @Override
    public void process(Record<String, Judged> record) {
        if (derivation().isKept()) {
            settle(record.key());
        }
        context().forward(record, next);
    }

    /** A few economies at a time, so that what arrives need not wait for all of them. */
    private void turn() {
        Iterator<String> left = waiting();
        for (int i = 0; i < ECONOMIES_A_TURN && left.hasNext(); i++) {
            settle(left.next());
            done++;
        }
        if (left.hasNext()) {
            rederivation.told(context().taskId(), done, all);
        } else {
            end();
        }
    }

    /** The economies that are to have their turn; besides them there is the end, which the panels wait for. */
    private Iterator<String> waiting() {
        Iterator<String> left = waiting;
        if (left == null) {
            NavigableSet<String> economies = new TreeSet<>();
            boolean unused = derivation().fresh() || figures().economies(economies::add);
            left = economies.iterator();
            waiting = left;
            done = 0;
            all = economies.size() + 1;
        }
        return left;
    }

    private void end() {
        Objects.requireNonNull(turns, "set in init").cancel();
        if (!derivation().fresh()) {
            Instant since = derivation().since();
            InstantClosing closing = new InstantClosing(
                    RUN + since.toEpochMilli(),
                    since,
                    context().taskId().partition(),
                    Math.max(derivation().partitions(), context().taskId().partition() + 1),
                    true);
            context().forward(new Record<>("", closing, since.toEpochMilli()), feed);
        }
        store().whole(derivation().text());
        rederivation.over(context().taskId());
    }

    private void settle(String economy) {
        if (!settled.add(economy)) {
            return;
        }
        String before = store().derived(economy);
        if (before.equals(derivation().text())) {
            return;
        }
        List<Change> believed = believed(economy);
        if (!believed.isEmpty() || !before.isEmpty()) {
            Rederived event =
                    new Rederived(economy, derivation().since(), derivation().causeOfEstimates(before), believed);
            derived.forEach(child -> context()
                    .forward(
                            new Record<Object, Object>(
                                    economy, event, derivation().since().toEpochMilli()),
                            child));
        }
        store().derived(economy, derivation().text());
    }

    /** All that is believed of an economy, in the order of the figures. */
    private List<Change> believed(String economy) {
        List<Change> believed = new ArrayList<>();
        boolean unused = figures().figuresWhile(economy, vintages -> {
            FigureId figure = vintages.get(0).observation().figure();
            Belief now = belief(figure, vintages);
            if (now.since() != null) {
                believed.add(new Change(figure, Belief.NONE, now, batch(figure), false));
            }
            return true;
        });
        return believed;
    }

    private Belief belief(FigureId figure, List<Held> vintages) {
        double tolerance = catalogue
                .indicator(figure.series().indicator())
                .map(Indicator::tolerance)
                .orElse(0.0);
        return Belief.of(Histories.history(vintages), tolerance);
    }

    private BatchId batch(FigureId figure) {
        return new BatchId(figure.series().source(), RUN.strip(), derivation().since(), RUN.strip());
    }

    @Override
    public void close() {
        if (context != null) {
            rederivation.over(context.taskId());
        }
    }

    private Derivation derivation() {
        return rederivation.derivation();
    }

    private FigureStore figures() {
        return Objects.requireNonNull(figures, "init comes first");
    }

    private DerivationStore store() {
        return Objects.requireNonNull(derivations, "init comes first");
    }

    private ProcessorContext<Object, Object> context() {
        return Objects.requireNonNull(context, "init comes first");
    }
}
