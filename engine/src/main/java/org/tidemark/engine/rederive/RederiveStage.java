package org.tidemark.engine.rederive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.change.Derived;
import org.tidemark.engine.change.Rederived;
import org.tidemark.engine.store.CurrentValues;
import org.tidemark.engine.store.DerivationStore;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Watermark;
import org.tidemark.version.Derivation;

/**
 * Stands before the releases: an economy that was derived with other rules, another catalogue or another program is derived
 * anew before anything more is said of it. Economies of which nothing arrives have their turn between the records, one after
 * the other, in the transactions of the task.
 */
public final class RederiveStage {
    /** What a run of closings is called that no producer sends. */
    public static final String RUN = "rederived ";

    private static final int ECONOMIES_A_TURN = 8;

    private final CurrentValues values;
    private final Rederivation rederivation;
    private final Task task;
    private final List<Derived> derived;
    private final BiConsumer<Watermark, Instant> feed;
    private final BiConsumer<String, Instant> judgeAgain;
    private final Set<String> settled = new HashSet<>();
    private final FigureStore figures;
    private final DerivationStore derivations;
    private @Nullable Iterator<String> waiting;
    private boolean looked;
    private int done;
    private int all;

    /**
     * One for a task.
     *
     * @param derived what is derived, in the order in which a later one reads what the earlier made of it
     * @param judgeAgain has the releases of an economy judged again, before it is derived
     * @param feed takes the end of it, for what crosses economies
     */
    public RederiveStage(
            CurrentValues values,
            FigureStore figures,
            DerivationStore derivations,
            Rederivation rederivation,
            Task task,
            List<Derived> derived,
            BiConsumer<String, Instant> judgeAgain,
            BiConsumer<Watermark, Instant> feed) {
        this.values = values;
        this.figures = figures;
        this.derivations = derivations;
        this.rederivation = rederivation;
        this.task = task;
        this.derived = List.copyOf(derived);
        this.judgeAgain = judgeAgain;
        this.feed = feed;
    }

    /** Whether economies may have to be derived anew between the records, by {@link #turn}. */
    public boolean begin() {
        if (!derivation().isKept() || isOver()) {
            return false;
        }
        if (!derivation().fresh()) {
            rederivation.told(task, 0, 1);
        }
        return true;
    }

    /**
     * Where nothing is held there is nothing to derive anew. That is said before the first record is passed on, so that no
     * instant is over for the panels before they know: behind one they would take back what they have just said.
     */
    public void beforeTheFirst() {
        if (looked) {
            return;
        }
        looked = true;
        if (derivation().isKept()
                && !derivation().fresh()
                && !isOver()
                && figures.economies().isEmpty()) {
            end();
        }
    }

    private boolean isOver() {
        return derivations.whole().equals(derivation().text());
    }

    /** Derives an economy anew, where it was derived with something else, before anything more is said of it. */
    public void before(String economy) {
        if (derivation().isKept()) {
            settle(economy);
        }
    }

    /** Derives a few economies, so that what arrives need not wait for all of them. Returns whether more are left. */
    public boolean turn() {
        if (isOver()) {
            return false;
        }
        Iterator<String> left = waiting();
        for (int i = 0; i < ECONOMIES_A_TURN && left.hasNext(); i++) {
            settle(left.next());
            done++;
        }
        if (left.hasNext()) {
            rederivation.told(task, done, all);
            return true;
        }
        end();
        return false;
    }

    /** The economies that are to have their turn; besides them there is the end, which the panels wait for. */
    private Iterator<String> waiting() {
        Iterator<String> left = waiting;
        if (left == null) {
            SortedSet<String> economies = derivation().fresh() ? new TreeSet<>() : figures.economies();
            left = economies.iterator();
            waiting = left;
            done = 0;
            all = economies.size() + 1;
        }
        return left;
    }

    private void end() {
        if (!derivation().fresh()) {
            Instant since = derivation().since();
            Watermark closing = new Watermark(
                    RUN + since.toEpochMilli(),
                    since,
                    task.partition(),
                    Math.max(derivation().partitions(), task.partition() + 1),
                    true);
            feed.accept(closing, since);
        }
        derivations.whole(derivation().text());
        rederivation.over(task);
    }

    private void settle(String economy) {
        if (!settled.add(economy)) {
            return;
        }
        String before = derivations.derived(economy);
        if (before.equals(derivation().text())) {
            return;
        }
        if (!before.isEmpty() && derivation().changesEstimates(before)) {
            judgeAgain.accept(economy, derivation().since());
        }
        List<ValueChange> believed = believed(economy);
        if (!believed.isEmpty() || !before.isEmpty()) {
            Rederived event =
                    new Rederived(economy, derivation().since(), derivation().causeOfEstimates(before), believed);
            derived.forEach(one -> one.rederived(event));
        }
        derivations.derived(economy, derivation().text());
    }

    /** All that is believed of an economy, in the order of the figures. */
    private List<ValueChange> believed(String economy) {
        List<ValueChange> believed = new ArrayList<>();
        values.each(
                economy,
                (figure, now) -> believed.add(new ValueChange(figure, CurrentValue.NONE, now, batch(figure), false)));
        return believed;
    }

    private BatchId batch(FigureId figure) {
        return new BatchId(figure.series().source(), RUN.strip(), derivation().since(), RUN.strip());
    }

    /** The task goes elsewhere. */
    public void close() {
        rederivation.over(task);
    }

    private Derivation derivation() {
        return rederivation.derivation();
    }
}
