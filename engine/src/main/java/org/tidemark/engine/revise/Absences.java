package org.tidemark.engine.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tidemark.engine.store.CompletionStore;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.FigureStore.Kind;
import org.tidemark.engine.store.Histories;
import org.tidemark.revise.Vintage;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;

/** What complete releases of a source have left out of an economy: that is withdrawn from then on. */
final class Absences {
    private final Vintages vintages;
    private final FigureStore figures;
    private final CompletionStore completions;
    private final AssessmentBook docket;
    private final ReleaseEnd closing;
    private final Consumer<FigureId> watch;
    private final SortedSet<Instant> completed;
    private final Predicate<BatchId> mute;
    private int leftOut;

    /**
     * What is withdrawn by hand as a whole.
     *
     * @param instants at which nothing is left of what the source said, so that it was not silent either
     * @param releases those of which all is withdrawn
     */
    record Mute(SortedSet<Instant> instants, Predicate<BatchId> releases) {}

    /**
     * One for a release.
     *
     * @param mute what is withdrawn by hand as a whole
     * @param watch told of a figure before it is left out
     */
    Absences(
            Vintages vintages,
            FigureStore figures,
            CompletionStore completions,
            Mute mute,
            AssessmentBook docket,
            ReleaseEnd closing,
            Consumer<FigureId> watch) {
        this.vintages = vintages;
        this.figures = figures;
        this.completions = completions;
        this.docket = docket;
        this.closing = closing;
        this.watch = watch;
        this.completed = completions.of(closing.economy(), closing.batch().source());
        completed.removeAll(mute.instants());
        this.mute = mute.releases();
    }

    /** When the source has said all that it stands by. */
    SortedSet<Instant> completed() {
        return completed;
    }

    /** How many figures were withdrawn because a complete release left them out. */
    int leftOut() {
        return leftOut;
    }

    /** Takes in that the release has said all that its source stands by. */
    void complete() {
        Instant published = closing.batch().published();
        completions.put(closing.economy(), closing.batch().source(), published);
        SortedSet<String> unused = leaveOutAllSilent(published);
        completed.add(published);
    }

    private SortedSet<String> leaveOutAllSilent(Instant published) {
        List<Observation> absent = new ArrayList<>();
        figures.figuresSilentAt(closing.economy(), closing.batch().source(), published, mute, held -> {
            if (isAbsent(held, published)) {
                absent.add(held.get(0).observation());
            }
        });
        for (Observation any : absent) {
            watch.accept(any.figure());
            leaveOut(any, published);
        }
        return indicators(absent.stream().map(Observation::figure).toList());
    }

    /**
     * Settles what was left out at an instant after somebody has withdrawn a whole release of it by hand, or restored it:
     * where nothing that was said then counts, nobody was silent either.
     *
     * @return the indicators of which something changed
     */
    SortedSet<String> settleSilence(Instant published) {
        if (completed.contains(published)) {
            return leaveOutAllSilent(published);
        }
        List<FigureId> absent =
                figures.figuresAbsentAt(closing.economy(), closing.batch().source(), published);
        for (FigureId figure : absent) {
            watch.accept(figure);
            vintages.forget(figure, published);
        }
        return indicators(absent);
    }

    private static SortedSet<String> indicators(List<FigureId> some) {
        SortedSet<String> indicators = new TreeSet<>();
        some.forEach(figure -> indicators.add(figure.series().indicator()));
        return indicators;
    }

    /** Complete releases that arrived before what they should have withdrawn. */
    void leaveOutWhereSilent(FigureId figure, Instant after) {
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
                && held.stream().noneMatch(h -> h.isAt(published) && !h.isAside())
                && vintages.aside(figure).stream().noneMatch(h -> h.isAt(published) && !isMute(h))
                && !docket.isWithheld(figure.series().indicator(), published);
    }

    private boolean isMute(Held held) {
        return mute.test(held.observation().batch());
    }

    /** Leaves out what a complete release is silent about, or takes that back when the release is not believed. */
    void settle(List<FigureId> some, Instant published, boolean withheld) {
        for (FigureId figure : some) {
            boolean absent = vintages.of(figure).stream().anyMatch(h -> h.isAt(published) && h.kind() == Kind.ABSENT);
            if (absent && withheld) {
                vintages.forget(figure, published);
            } else if (isAbsent(vintages.of(figure), published)) {
                leaveOut(vintages.of(figure).get(0).observation(), published);
            }
        }
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
}
