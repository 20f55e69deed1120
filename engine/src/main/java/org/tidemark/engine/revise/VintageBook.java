package org.tidemark.engine.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.revise.ReleasePart.Standing;
import org.tidemark.engine.store.CompletionStore;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.FigureStore.Kind;
import org.tidemark.engine.store.Histories;
import org.tidemark.judge.PartId;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.FigureHistory.Absorbed;
import org.tidemark.revise.Outcome;
import org.tidemark.revise.ValueChange;
import org.tidemark.revise.Vintage;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;

/**
 * The figures of one source in one economy while a release is applied to them.
 *
 * <p>What is believed in the end is a function of the set of all statements and all complete releases, whatever the order
 * in which they arrive: at one instant a conflict outdoes a statement, a statement what was refused, and that an absence;
 * and after each arrival a figure is absent at every complete release that said nothing of it while it stood.
 */
final class VintageBook {
    private final FigureStore figures;
    private final Absences absences;
    private final ReleaseEnd closing;

    private final Map<FigureId, CurrentValue> before = new LinkedHashMap<>();
    private final Vintages vintages;

    /**
     * One for a release.
     *
     * @param mute what is withdrawn by hand as a whole
     */
    VintageBook(
            Catalogue catalogue,
            FigureStore figures,
            CompletionStore completions,
            Absences.Mute mute,
            AssessmentBook docket,
            ReleaseEnd closing) {
        this.figures = figures;
        this.vintages = new Vintages(catalogue, figures);
        this.closing = closing;
        this.absences = new Absences(vintages, figures, completions, mute, docket, closing, this::watch);
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
        List<Held> beside = firm.stream().filter(h -> isOfAnother(h, said)).toList();
        boolean repeated = !conflict && beside.stream().anyMatch(h -> isOfEarlierBatch(h, said));
        if (repeated) {
            layBeside(said);
        } else if (conflict || isNew(said, firm)) {
            beside.forEach(h -> layBeside(h.observation()));
            vintages.put(said, conflict ? Kind.CONFLICTING : kind, counted);
        }
        absences.leaveOutWhereSilent(said.figure(), said.published());
        return new Heard(counted, conflict ? othersAt(said, firm) : List.of());
    }

    /** What is laid beside what counts does so where that is withdrawn, be it the other side of a conflict or the same. */
    private void layBeside(Observation said) {
        boolean there =
                vintages.aside(said.figure()).stream().anyMatch(h -> h.isAt(said.published()) && !isOfAnother(h, said));
        if (!there) {
            vintages.putAside(said, null);
        }
    }

    private static boolean isNew(Observation said, List<Held> firm) {
        return firm.stream().noneMatch(h -> h.isAt(said.published()) && !isOfAnother(h, said));
    }

    private static boolean isOfAnother(Held held, Observation said) {
        return held.isAt(said.published()) && !held.observation().batch().equals(said.batch());
    }

    /** Of two files that say the same at one instant the first by id has said it, whichever came first. */
    private static boolean isOfEarlierBatch(Held held, Observation said) {
        return held.observation().batch().compareTo(said.batch()) < 0;
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
            absences.leaveOutWhereSilent(refused.figure(), refused.published());
        }
    }

    /** What complete releases have left out. */
    Absences absences() {
        return absences;
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

    /** Turns a statement into one that is believed or held; nothing where it lies beside another that says the same. */
    void settle(Observation said, Kind kind) {
        Held held = vintages.byInstant(said.figure()).get(said.published());
        if (held != null && held.kind() != kind && !isOfAnother(held, said)) {
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
    List<ValueChange> changes(boolean datedByLag) {
        List<ValueChange> changes = new ArrayList<>();
        before.forEach((figure, belief) -> {
            CurrentValue now = vintages.belief(figure);
            if (!now.equals(belief)) {
                changes.add(new ValueChange(figure, belief, now, closing.batch(), datedByLag));
            }
        });
        return changes;
    }

    static Vintage vintage(Observation o) {
        return Vintage.of(o.published(), o.value(), o.standardError());
    }
}
