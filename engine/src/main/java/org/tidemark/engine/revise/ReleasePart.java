package org.tidemark.engine.revise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.engine.store.PendingStore.Place;
import org.tidemark.judge.RevisionPair;
import org.tidemark.judge.RevisionStatistics;
import org.tidemark.revise.Vintage;
import org.tidemark.series.Observation;
import org.tidemark.series.SeriesId;

/**
 * What one release says of one indicator, in the order in which it was sent.
 *
 * @param observed its figures
 * @param refused how many were refused
 */
record ReleasePart(List<Observation> observed, int refused) {
    ReleasePart {
        observed = List.copyOf(observed);
    }

    /** The places of a release by their indicator. */
    static Map<String, ReleasePart> byIndicator(List<Place> places) {
        Map<String, List<Observation>> observed = new HashMap<>();
        Map<String, Integer> refused = new HashMap<>();
        for (Place place : places) {
            if (place instanceof Place.Observed o) {
                observed.computeIfAbsent(indicator(o.observation()), i -> new ArrayList<>())
                        .add(o.observation());
            } else if (place instanceof Place.Refused r) {
                observed.computeIfAbsent(indicator(r.observation()), i -> new ArrayList<>());
                refused.merge(indicator(r.observation()), 1, Integer::sum);
            }
        }
        Map<String, ReleasePart> statements = new HashMap<>();
        observed.forEach((indicator, figures) ->
                statements.put(indicator, new ReleasePart(figures, refused.getOrDefault(indicator, 0))));
        return statements;
    }

    private static String indicator(Observation observation) {
        return observation.figure().series().indicator();
    }

    /**
     * The facts that it is judged by.
     *
     * @param screened what came of its new figures
     * @param standing figures that stood before, where the release claims to hold all of them, and how many it leaves out
     */
    RevisionStatistics facts(Vintages vintages, Standing standing, NewFigures.Screened screened) {
        List<RevisionPair> restated = new ArrayList<>();
        int stated = 0;
        int changed = 0;
        for (Observation o : observed) {
            Double now = o.value();
            if (now == null) {
                continue;
            }
            stated++;
            Vintage before = vintages.believedBefore(o.figure(), o.published());
            if (before != null && before.value() != null) {
                restated.add(new RevisionPair(before.value(), now));
                changed += Math.abs(before.value() - now) > vintages.tolerance(o.figure()) ? 1 : 0;
            }
        }
        return new RevisionStatistics(
                stated,
                restated,
                changed,
                refused,
                outOfOrder(),
                standing.figures(),
                standing.lost(),
                screened.worst(),
                screened.answers());
    }

    /** What stood of an indicator before a complete release, and how much of it that leaves out. */
    record Standing(int figures, int lost) {
        static final Standing UNKNOWN = new Standing(0, 0);
    }

    private int outOfOrder() {
        Map<SeriesId, LocalDate> last = new HashMap<>();
        int rising = 0;
        int falling = 0;
        for (Observation o : observed) {
            LocalDate start = o.figure().period().start();
            LocalDate before = last.put(o.figure().series(), start);
            if (before != null) {
                rising += start.isAfter(before) ? 1 : 0;
                falling += start.isBefore(before) ? 1 : 0;
            }
        }
        return Math.min(rising, falling);
    }
}
