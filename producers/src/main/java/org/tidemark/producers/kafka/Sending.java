package org.tidemark.producers.kafka;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.load.BatchKey;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;

/**
 * A release of one economy as it was sent once, each place of it once.
 *
 * @param places in their order
 * @param closing null where it was never closed
 */
record Sending(BatchKey address, List<Observation> places, @Nullable ReleaseEnd closing) {
    Sending {
        places = List.copyOf(places);
    }

    /** As it was sent; places beyond what the closing counts are what an older program left half done. */
    static Sending of(BatchKey address, Collection<Observation> places, @Nullable ReleaseEnd closing) {
        List<Observation> all = List.copyOf(places);
        if (closing != null && all.size() > closing.sent() && isWhole(all, closing.sent())) {
            return new Sending(address, all.subList(0, closing.sent()), closing);
        }
        return new Sending(address, all, closing);
    }

    private static boolean isWhole(List<Observation> places, int sent) {
        return places.size() >= sent && (sent == 0 || places.get(sent - 1).ordinal() == sent - 1);
    }

    /** Whether it would be applied: closed, and with every place that the closing counts. */
    boolean isWhole() {
        return closing != null && isWhole(places, closing.sent());
    }

    /** Whether it says nothing that an earlier one of the same release has not said. */
    boolean repeats(Sending earlier) {
        boolean closedAlike = !isWhole() || (closing != null && isSameClosing(closing, earlier.closing));
        return closedAlike && places.stream().allMatch(earlier::holds);
    }

    private static boolean isSameClosing(ReleaseEnd one, @Nullable ReleaseEnd other) {
        return other != null && one.sent() == other.sent() && one.complete() == other.complete();
    }

    private boolean holds(Observation place) {
        return place.ordinal() < places.size() && places.get(place.ordinal()).equals(place);
    }

    /** Without figures of later periods; null when nothing is left, as a load of files would not send it. */
    @Nullable
    Sending until(LocalDate end) {
        List<Observation> kept = new ArrayList<>();
        for (Observation place : places) {
            if (!place.figure().period().end().isAfter(end)) {
                kept.add(at(kept.size(), place));
            }
        }
        if (kept.isEmpty()) {
            return null;
        }
        int dropped = places.size() - kept.size();
        // What is cut off at a period is no statement of all that a source stands by.
        return new Sending(
                address,
                kept,
                closing == null
                        ? null
                        : new ReleaseEnd(closing.economy(), closing.batch(), closing.sent() - dropped, false, false));
    }

    private static Observation at(int ordinal, Observation o) {
        return new Observation(
                o.figure(),
                o.value(),
                o.standardError(),
                o.unit(),
                o.basis(),
                o.status(),
                o.batch(),
                ordinal,
                o.receivedAt(),
                o.note(),
                o.place());
    }
}
