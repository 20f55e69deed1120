package org.tidemark.streams.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.FigureHistory;
import org.tidemark.revise.FigureHistory.Absorbed;
import org.tidemark.revise.Outcome;
import org.tidemark.revise.Vintage;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseClosing;
import org.tidemark.streams.state.CompletionStore;
import org.tidemark.streams.state.FigureStore;
import org.tidemark.streams.state.FigureStore.Held;
import org.tidemark.streams.state.PendingStore.Place;
import org.tidemark.validate.RejectReason;

/** Applies one closed release to what is held: the working state of that one act, thrown away after it. */
final class Application {
    private final Catalogue catalogue;
    private final FigureStore figures;
    private final CompletionStore completions;
    private final ReleaseClosing closing;

    private final SortedMap<Outcome, Integer> outcomes = new TreeMap<>();
    private final SortedMap<RejectReason, Integer> rejected = new TreeMap<>();
    private final Map<FigureId, Change> changes = new LinkedHashMap<>();
    private final List<Observation> conflicting = new ArrayList<>();
    private final Set<FigureId> told = new HashSet<>();
    private int withdrawnByAbsence;

    Application(Catalogue catalogue, FigureStore figures, CompletionStore completions, ReleaseClosing closing) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.completions = completions;
        this.closing = closing;
    }

    void apply(List<Place> places) {
        Set<FigureId> contradicted = contradicted(places);
        for (Place place : places) {
            if (place instanceof Place.Refused refused) {
                rejected.merge(refused.reason(), 1, Integer::sum);
            } else if (place instanceof Place.Observed observed) {
                take(observed.observation(), contradicted);
            }
        }
        if (closing.complete()) {
            completions.put(
                    closing.economy(), closing.batch().source(), closing.batch().published());
            withdrawAbsent();
        }
    }

    /** Figures of which the release itself says two things: all it says of them is refused. */
    private static Set<FigureId> contradicted(List<Place> places) {
        Map<FigureId, Vintage> first = new HashMap<>();
        Set<FigureId> contradicted = new HashSet<>();
        for (Place place : places) {
            if (place instanceof Place.Observed observed) {
                Vintage vintage = vintage(observed.observation());
                Vintage before = first.putIfAbsent(observed.observation().figure(), vintage);
                if (before != null && !before.equals(vintage)) {
                    contradicted.add(observed.observation().figure());
                }
            }
        }
        return contradicted;
    }

    private void take(Observation observation, Set<FigureId> contradicted) {
        told.add(observation.figure());
        List<Held> held = figures.vintages(observation.figure());
        Absorbed absorbed = absorb(observation, held);
        if (absorbed.outcome() == Outcome.CONFLICTING || contradicted.contains(observation.figure())) {
            rejected.merge(RejectReason.CONFLICTING, 1, Integer::sum);
            conflicting.add(observation);
            disbelieved(observation, held, contradicted);
            return;
        }
        outcomes.merge(absorbed.outcome(), 1, Integer::sum);
        leaveOutIfLaterReleaseDid(observation);
    }

    private Absorbed absorb(Observation observation, List<Held> held) {
        double tolerance = indicator(observation.figure()).tolerance();
        Absorbed absorbed = FigureStore.history(held).absorb(vintage(observation), tolerance);
        boolean restated =
                held.stream().anyMatch(h -> h.observation().published().equals(observation.published()));
        if (!restated || absorbed.outcome() == Outcome.CONFLICTING) {
            figures.put(observation, absorbed.stored().conflicting());
        }
        if (absorbed.beliefChanged()) {
            note(observation.figure(), absorbed.history(), tolerance);
        }
        return absorbed;
    }

    /** All of a conflict is refused: what an earlier release said at that instant as well, once. */
    private void disbelieved(Observation observation, List<Held> held, Set<FigureId> contradicted) {
        if (contradicted.contains(observation.figure())) {
            return;
        }
        held.stream()
                .filter(h -> !h.conflicting() && h.observation().published().equals(observation.published()))
                .forEach(h -> conflicting.add(h.observation()));
    }

    private void withdrawAbsent() {
        Instant published = closing.batch().published();
        List<FigureId> absent = new ArrayList<>();
        figures.figuresOf(closing.economy(), closing.batch().source(), held -> {
            FigureId figure = held.get(0).observation().figure();
            if (!told.contains(figure) && standsAt(published, figure, FigureStore.history(held))) {
                absent.add(figure);
            }
        });
        absent.forEach(figure -> withdraw(figure, published));
    }

    private boolean standsAt(Instant published, FigureId figure, FigureHistory history) {
        Vintage then = history.asOf(published, indicator(figure).tolerance());
        return then != null && then.value() != null && !history.hasVintageAt(published);
    }

    private void leaveOutIfLaterReleaseDid(Observation observation) {
        if (observation.value() == null) {
            return;
        }
        FigureId figure = observation.figure();
        completions
                .firstAfter(observation.economy(), figure.series().source(), observation.published())
                .filter(later -> !FigureStore.history(figures.vintages(figure)).hasVintageAt(later))
                .ifPresent(later -> withdraw(figure, later));
    }

    private void withdraw(FigureId figure, Instant published) {
        Observation withdrawal = new Observation(
                figure,
                null,
                null,
                indicator(figure).unit(),
                PublishedBasis.FILE,
                ObservationStatus.MISSING,
                new BatchId(
                        closing.batch().source(),
                        closing.batch().release(),
                        published,
                        closing.batch().load()),
                closing.sent() + withdrawnByAbsence,
                published,
                "withdrawn by absence from a complete release");
        absorb(withdrawal, figures.vintages(figure));
        withdrawnByAbsence++;
    }

    private void note(FigureId figure, FigureHistory history, double tolerance) {
        Vintage now = history.latest(tolerance);
        changes.remove(figure);
        changes.put(
                figure, new Change(figure, now == null ? null : now.value(), now == null ? null : now.standardError()));
    }

    private static Vintage vintage(Observation o) {
        return Vintage.of(o.published(), o.value(), o.standardError());
    }

    private Indicator indicator(FigureId figure) {
        String id = figure.series().indicator();
        return catalogue
                .indicator(id)
                .orElseThrow(() -> new IllegalStateException(
                        "indicator %s is held but no longer in the catalogue; put it back".formatted(id)));
    }

    ReleaseOutcome outcome() {
        return new ReleaseOutcome(
                closing.economy(), closing.batch(), closing.sent(), outcomes, rejected, withdrawnByAbsence);
    }

    ReleaseApplied applied() {
        return new ReleaseApplied(
                closing.economy(), closing.batch().published(), List.copyOf(changes.values()), closing.moreAtInstant());
    }

    /** What was refused because it contradicts something, in order. */
    List<Observation> conflicting() {
        return conflicting;
    }
}
