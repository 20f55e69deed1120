package org.tidemark.engine.revise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.engine.revise.VintageBook.Heard;
import org.tidemark.engine.store.FigureStore.Kind;
import org.tidemark.engine.store.PendingStore.Place;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Outcome;
import org.tidemark.revise.ValueChange;
import org.tidemark.revise.Vintage;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.validate.RejectReason;

/** Applies one closed release to what is held, and keeps account of it: made for that one act, thrown away after it. */
final class ReleaseApplier {
    private final VintageBook ledger;
    private final ReleaseScreening bench;
    private final boolean withdrawn;
    private final ReleaseEnd closing;

    private final SortedMap<Outcome, Integer> outcomes = new TreeMap<>();
    private final SortedMap<RejectReason, Integer> rejected = new TreeMap<>();
    private final Conflicts conflicts = new Conflicts();
    private boolean datedByLag;

    /**
     * One for a release.
     *
     * @param withdrawn whether it is withdrawn by hand as a whole
     */
    ReleaseApplier(VintageBook ledger, ReleaseScreening bench, ReleaseEnd closing, boolean withdrawn) {
        this.withdrawn = withdrawn;
        this.ledger = ledger;
        this.bench = bench;
        this.closing = closing;
    }

    void apply(List<Place> places) {
        Map<FigureId, Observation> contradicted = contradicted(places);
        bench.judge(places);
        for (Place place : places) {
            if (place instanceof Place.Refused refused) {
                refuse(refused);
            } else if (place instanceof Place.Observed observed) {
                take(observed.observation(), contradicted);
            }
        }
        if (closing.complete() && !withdrawn && !isVoid(places)) {
            ledger.absences().complete();
        }
        bench.settle();
    }

    /** Whether all of it was refused for its date: then nobody has spoken at that instant. */
    static boolean isVoid(List<Place> places) {
        return !places.isEmpty()
                && places.stream()
                        .allMatch(p -> p instanceof Place.Refused no && no.reason() == RejectReason.BAD_PUBLISHED);
    }

    /** Figures of which the release itself says two things, with what contradicts the first: all it says of them is refused. */
    private static Map<FigureId, Observation> contradicted(List<Place> places) {
        Map<FigureId, Vintage> first = new HashMap<>();
        Map<FigureId, Observation> contradicted = new HashMap<>();
        for (Place place : places) {
            if (place instanceof Place.Observed observed) {
                Vintage vintage = VintageBook.vintage(observed.observation());
                Vintage before = first.putIfAbsent(observed.observation().figure(), vintage);
                if (before != null && !before.equals(vintage)) {
                    contradicted.putIfAbsent(observed.observation().figure(), observed.observation());
                }
            }
        }
        return contradicted;
    }

    private void refuse(Place.Refused refused) {
        rejected.merge(refused.reason(), 1, Integer::sum);
        // Only of a complete release does it matter of what it spoke.
        if (closing.complete()) {
            ledger.hearRefused(refused.observation());
        }
    }

    private void take(Observation observation, Map<FigureId, Observation> contradicted) {
        datedByLag |= observation.basis() == PublishedBasis.LAG;
        if (withdrawn || ledger.isWithdrawn(observation)) {
            outcomes.merge(Outcome.DUPLICATE, 1, Integer::sum);
            return;
        }
        boolean held = bench.isHeld(observation.figure().series().indicator());
        Heard heard = ledger.hear(observation, held ? Kind.HELD : Kind.SAID);
        Observation other = contradicted.get(observation.figure());
        if (heard.outcome() == Outcome.CONFLICTING || other != null) {
            rejected.merge(RejectReason.CONFLICTING, 1, Integer::sum);
            conflicts.add(observation, other, heard.disbelieved());
        } else {
            outcomes.merge(heard.outcome(), 1, Integer::sum);
        }
    }

    ReleaseOutcome outcome() {
        return new ReleaseOutcome(
                closing.economy(),
                closing.batch(),
                closing.sent(),
                outcomes,
                rejected,
                ledger.absences().leftOut(),
                conflicts.takenBack());
    }

    /** What is believed otherwise now, each figure once. */
    List<ValueChange> changes() {
        return ledger.changes(datedByLag);
    }

    /** Whether an instant was counted from a usual lag, and not stated by the source. */
    boolean isDatedByLag() {
        return datedByLag;
    }

    /** What was refused because it contradicts something, in order. */
    List<Conflicts.Conflict> conflicting() {
        return conflicts.all();
    }
}
