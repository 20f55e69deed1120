package org.tidemark.engine.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.revise.Statements.Standing;
import org.tidemark.engine.store.CompletionStore;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.FigureStore.Kind;
import org.tidemark.engine.store.Histories;
import org.tidemark.judge.PartId;
import org.tidemark.revise.Belief;
import org.tidemark.revise.Change;
import org.tidemark.revise.FigureHistory.Absorbed;
import org.tidemark.revise.Outcome;
import org.tidemark.revise.Vintage;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseClosing;

/**
 * The figures of one source in one economy while a release is applied to them.
 *
 * <p>What is believed in the end is a function of the set of all statements and all complete releases, whatever the order
 * in which they arrive: at one instant a conflict outdoes a statement, a statement what was refused, and that an absence;
 * and after each arrival a figure is absent at every complete release that said nothing of it while it stood.
 */
final class Ledger {
    private final FigureStore figures;
    private final CompletionStore completions;
    private final Docket docket;
    private final ReleaseClosing closing;
    private final SortedSet<Instant> completed;

    private final Map<FigureId, Belief> before = new LinkedHashMap<>();
    private final Vintages vintages;

    private int leftOut;

    Ledger(
            Catalogue catalogue,
            FigureStore figures,
            CompletionStore completions,
            Docket docket,
            ReleaseClosing closing) {
        this.figures = figures;
        this.vintages = new Vintages(catalogue, figures);
        this.completions = completions;
        this.docket = docket;
        this.closing = closing;
        this.completed = completions.of(closing.economy(), closing.batch().source());
    }

    /**
     * What came of a statement.
     *
     * @param disbelieved what other releases said at its instant and is believed no longer
     */
    record Heard(Outcome outcome, List<Held> disbelieved) {}

    /**
     * Takes in what the release says of one figure.
     *
     * @param kind said, or held with its release
     */
    Heard hear(Observation said, Kind kind) {
        List<Held> held = held(said.figure());
        // What is held of other instants is not believed; at its own, two statements contradict each other all the
        // same.
        List<Held> firm = held.stream()
                .filter(h -> h.isAt(said.published()) ? h.firmAt(said.published()) : !h.isHeld())
                .toList();
        Absorbed absorbed = Histories.historyWithHeld(firm).absorb(vintage(said), vintages.tolerance(said.figure()));
        boolean conflict = absorbed.outcome() == Outcome.CONFLICTING;
        Outcome counted = kind == Kind.HELD && !conflict ? Outcome.QUARANTINED : absorbed.outcome();
        if (conflict) {
            // Should one of them be withdrawn, the other counts.
            firm.stream()
                    .filter(h ->
                            h.isAt(said.published()) && !h.observation().batch().equals(said.batch()))
                    .forEach(h -> vintages.putAside(h.observation(), null));
        }
        if (conflict || firm.stream().noneMatch(h -> h.isAt(said.published()) && isOfEarlierBatch(h, said))) {
            vintages.put(said, conflict ? Kind.CONFLICTING : kind, counted);
        }
        leaveOutWhereSilent(said.figure(), said.published());
        return new Heard(counted, conflict ? othersAt(said, firm) : List.of());
    }

    /** Of two files that say the same at one instant the first by id has said it, whichever came first. */
    private static boolean isOfEarlierBatch(Held held, Observation said) {
        return held.observation().batch().compareTo(said.batch()) <= 0;
    }

    private static List<Held> othersAt(Observation said, List<Held> held) {
        return held.stream()
                .filter(h -> !h.conflicting() && h.isAt(said.published()))
                .filter(h -> !h.observation().batch().equals(said.batch()))
                .toList();
    }

    /** Whether what a release says of a figure was withdrawn by hand: then it stays so, however often it is sent. */
    boolean isWithdrawn(Observation said) {
        return vintages.aside(said.figure()).stream()
                .anyMatch(h -> h.withdrawal() != null && h.observation().batch().equals(said.batch()));
    }

    /** Takes in that a complete release says something of a figure, though not what. */
    void hearRefused(Observation refused) {
        if (held(refused.figure()).stream().noneMatch(h -> h.firmAt(refused.published()))) {
            vintages.put(refused, Kind.REFUSED, null);
            leaveOutWhereSilent(refused.figure(), refused.published());
        }
    }

    /** Takes in that the release has said all that its source stands by. */
    void complete() {
        Instant published = closing.batch().published();
        completions.put(closing.economy(), closing.batch().source(), published);
        List<Observation> absent = new ArrayList<>();
        figures.figuresSilentAt(closing.economy(), closing.batch().source(), published, held -> {
            if (isAbsent(held, published)) {
                absent.add(held.get(0).observation());
            }
        });
        for (Observation any : absent) {
            held(any.figure());
            leaveOut(any, published);
        }
        completed.add(published);
    }

    /** Complete releases that arrived before what they should have withdrawn. */
    private void leaveOutWhereSilent(FigureId figure, Instant after) {
        for (Instant published : completed.tailSet(after.plusMillis(1))) {
            List<Held> held = vintages.of(figure);
            if (isAbsent(held, published)) {
                leaveOut(held.get(0).observation(), published);
            }
        }
    }

    private boolean isAbsent(List<Held> held, Instant published) {
        if (held.isEmpty()) {
            return false;
        }
        FigureId figure = held.get(0).observation().figure();
        Vintage then = Histories.history(held).asOf(published, vintages.tolerance(figure));
        return then != null
                && then.value() != null
                && held.stream().noneMatch(h -> h.isAt(published))
                && !docket.isWithheld(figure.series().indicator(), published);
    }

    /** When the source has said all that it stands by. */
    SortedSet<Instant> completed() {
        return completed;
    }

    /** What is held of figures. */
    Vintages vintages() {
        return vintages;
    }

    /** The figures of an indicator that anything is held of; from then on they are looked at for changes. */
    List<FigureId> figuresOf(String indicator) {
        List<FigureId> found =
                vintages.figuresOf(closing.economy(), closing.batch().source(), indicator);
        found.forEach(this::held);
        return found;
    }

    /** How many of some figures stood before an instant, and how many of those nothing is said of then. */
    Standing standing(List<FigureId> some, Instant published) {
        int standing = 0;
        int lost = 0;
        for (FigureId figure : some) {
            Vintage before = vintages.believedBefore(figure, published);
            if (before != null && before.value() != null) {
                standing++;
                lost += vintages.of(figure).stream().noneMatch(h -> h.firmAt(published)) ? 1 : 0;
            }
        }
        return new Standing(standing, lost);
    }

    /** Leaves out what a complete release is silent about, or takes that back when the release is not believed. */
    void settleAbsences(List<FigureId> some, Instant published, boolean withheld) {
        for (FigureId figure : some) {
            boolean absent = vintages.of(figure).stream().anyMatch(h -> h.isAt(published) && h.kind() == Kind.ABSENT);
            if (absent && withheld) {
                vintages.forget(figure, published);
            } else if (isAbsent(vintages.of(figure), published)) {
                leaveOut(vintages.of(figure).get(0).observation(), published);
            }
        }
    }

    /** Turns a statement into one that is believed or held. */
    void settle(Observation said, Kind kind) {
        Held held = vintages.byInstant(said.figure()).get(said.published());
        if (held != null && held.kind() != kind) {
            vintages.put(said, kind, held.counted());
        }
    }

    /** Believes what is held of a part. */
    void believe(PartId part) {
        for (FigureId figure : figuresOf(part.indicator())) {
            Held held = vintages.byInstant(figure).get(part.batch().published());
            if (held != null && held.isHeld() && held.observation().batch().equals(part.batch())) {
                vintages.put(held.observation(), Kind.SAID, held.counted());
            }
        }
    }

    /** Whether a figure stood before an instant and nothing is said of it then. */
    boolean stoodSilent(FigureId figure, Instant published) {
        return standing(List.of(figure), published).lost() > 0;
    }

    /** Whether another release says something of a figure at the instant of this one or later. */
    boolean isSaidBesideOrAfter(FigureId figure) {
        return vintages.byInstant(figure).tailMap(closing.batch().published()).values().stream()
                .anyMatch(h -> h.conflicting() || !h.observation().batch().equals(closing.batch()));
    }

    private void leaveOut(Observation any, Instant published) {
        BatchId batch = closing.batch();
        Observation withdrawal = new Observation(
                any.figure(),
                null,
                null,
                any.unit(),
                PublishedBasis.FILE,
                ObservationStatus.MISSING,
                new BatchId(batch.source(), batch.release(), published, batch.load()),
                closing.sent() + leftOut,
                published,
                "withdrawn by absence from a complete release");
        vintages.put(withdrawal, Kind.ABSENT, null);
        leftOut++;
    }

    /** From now on a figure is looked at for changes. */
    void watch(FigureId figure) {
        List<Held> unused = held(figure);
    }

    /** The figures of which a release has said something. */
    List<FigureId> figuresOf(BatchId batch) {
        return figures.figuresOf(closing.economy(), batch);
    }

    /** What is held of a figure; from then on it is looked at for changes. */
    private List<Held> held(FigureId figure) {
        List<Held> held = vintages.of(figure);
        if (!before.containsKey(figure)) {
            before.put(figure, vintages.belief(figure));
        }
        return held;
    }

    /**
     * What is believed otherwise now, in the order in which it was touched.
     *
     * @param datedByLag whether the release is history by the usual lag
     */
    List<Change> changes(boolean datedByLag) {
        List<Change> changes = new ArrayList<>();
        before.forEach((figure, belief) -> {
            Belief now = vintages.belief(figure);
            if (!now.equals(belief)) {
                changes.add(new Change(figure, belief, now, closing.batch(), datedByLag));
            }
        });
        return changes;
    }

    /** How many figures were withdrawn because a complete release left them out. */
    int leftOut() {
        return leftOut;
    }

    static Vintage vintage(Observation o) {
        return Vintage.of(o.published(), o.value(), o.standardError());
    }
}
