package org.tidemark.api.query;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.tidemark.api.peer.PeerRow;
import org.tidemark.api.peer.RemoteRows;

/** Rows of several monitors, and those that are here, in the order of their places. */
final class MergedRows {
    private record Ahead(PeerRow row, RemoteRows rest) {}

    private final PriorityQueue<Ahead> ahead =
            new PriorityQueue<>(Comparator.comparing(a -> a.row().place()));
    private final Predicate<PeerRow> wantsMore;

    MergedRows(Iterable<RemoteRows> remote, Predicate<PeerRow> wantsMore) {
        this.wantsMore = wantsMore;
        remote.forEach(this::advance);
    }

    private void advance(RemoteRows rows) {
        PeerRow next = rows.next();
        if (next != null) {
            ahead.add(new Ahead(next, rows));
        }
    }

    /** Hands over one that is here, after those that stand before it. */
    boolean pass(PeerRow here) {
        return passBefore(here) && wantsMore.test(here);
    }

    private boolean passBefore(PeerRow here) {
        while (!ahead.isEmpty() && ahead.element().row().place().compareTo(here.place()) < 0) {
            if (!passFirst()) {
                return false;
            }
        }
        return true;
    }

    private boolean passFirst() {
        Ahead first = ahead.remove();
        boolean more = wantsMore.test(first.row());
        if (more) {
            advance(first.rest());
        }
        return more;
    }

    /** Hands over those that are left. */
    void passTheRest() {
        boolean more = true;
        while (more && !ahead.isEmpty()) {
            more = passFirst();
        }
    }
}
