package org.tidemark.standalone.history;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All that was said of one cell, twice: by the day on which it was said, and by the period that it was said of. */
final class CellHistory {
    private final NavigableMap<Long, Level> byDaySaid = new TreeMap<>();
    private final NavigableMap<Long, Level> byPeriodEnd = new TreeMap<>();

    /** Takes updates in any order: of two for one day or period the one known later counts. */
    void said(Level level, LocalDate periodEnd) {
        byDaySaid.merge(daySaid(level), level, CellHistory::later);
        byPeriodEnd.merge(periodEnd.toEpochDay(), level, CellHistory::later);
    }

    /** From this update on there is no number. */
    void withheld(Level none) {
        byDaySaid.merge(daySaid(none), none, CellHistory::later);
    }

    private static Level later(Level one, Level other) {
        return other.asOf().isBefore(one.asOf()) ? one : other;
    }

    private static long daySaid(Level level) {
        return LocalDate.ofInstant(level.asOf(), ZoneOffset.UTC).toEpochDay();
    }

    /** What was said at the time: from each day the last update of that day, by epoch day. */
    NavigableMap<Long, Level> realtime() {
        return Collections.unmodifiableNavigableMap(byDaySaid);
    }

    /**
     * What is believed now: from the end of each period what was said of it last, by epoch day. A cell that ends without
     * a number is told as far as its last period and no further, since nobody stands by it now.
     *
     * @param lastDay end of the history; a period that has not ended by then stands at it
     */
    NavigableMap<Long, Level> revised(long lastDay) {
        NavigableMap<Long, Level> revised = new TreeMap<>();
        byPeriodEnd.forEach((end, level) -> revised.put(Math.min(end, lastDay), level));
        Level newest = byDaySaid.lastEntry().getValue();
        if (newest.isNone()) {
            revised.put(revised.lastKey() + 1, newest);
        }
        return revised;
    }
}
