package org.tidemark.api.history;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One cell, three times: by the day on which it was said, by the period that it was said of, and as the whole is seen from
 * the end.
 */
public final class CellHistory {
    private final NavigableMap<Long, Level> byDaySaid = new TreeMap<>();
    private final NavigableMap<Long, Level> byPeriodEnd = new TreeMap<>();
    private final NavigableMap<Long, Level> smoothedByPeriodEnd = new TreeMap<>();
    private final NavigableMap<Long, Level> pathByDay = new TreeMap<>();
    private final NavigableMap<Long, Level> projectedByDay = new TreeMap<>();

    /** Takes updates in any order: of two for one day or period the one known later counts. */
    void said(Level level, LocalDate periodEnd) {
        byDaySaid.merge(daySaid(level), level, CellHistory::later);
        byPeriodEnd.merge(periodEnd.toEpochDay(), level, CellHistory::later);
    }

    /** From this update on there is no number. */
    void withheld(Level none) {
        byDaySaid.merge(daySaid(none), none, CellHistory::later);
    }

    /** The level in a period from all figures; of two for one period the one given later counts. */
    void smoothed(Level level, LocalDate periodEnd) {
        smoothedByPeriodEnd.put(periodEnd.toEpochDay(), level);
    }

    /** The level in a period from all figures, on the day in its middle. */
    void path(Level level, LocalDate day) {
        pathByDay.put(day.toEpochDay(), level);
    }

    /** The level that is expected on a day to come. */
    void projected(Level level, LocalDate day) {
        projectedByDay.put(day.toEpochDay(), level);
    }

    /** Whether there is a path in hindsight. */
    boolean isSmoothed() {
        return !smoothedByPeriodEnd.isEmpty();
    }

    private static Level later(Level one, Level other) {
        return other.asOf().isBefore(one.asOf()) ? one : other;
    }

    private static long daySaid(Level level) {
        return LocalDate.ofInstant(level.asOf(), ZoneOffset.UTC).toEpochDay();
    }

    /** What was said at the time: from each day the last update of that day, by epoch day. */
    public NavigableMap<Long, Level> realtime() {
        return Collections.unmodifiableNavigableMap(byDaySaid);
    }

    /**
     * What was said of each period while it was the newest, as last revised: from its end on, by epoch day. A cell that ends without
     * a number is told as far as its last period and no further, since nobody stands by it now.
     *
     * @param lastDay end of the history; a period that has not ended by then stands at it
     */
    NavigableMap<Long, Level> revised(long lastDay) {
        NavigableMap<Long, Level> revised = new TreeMap<>();
        byPeriodEnd.forEach((end, level) -> revised.put(Math.min(end, lastDay), level));
        if (!byDaySaid.isEmpty() && byDaySaid.lastEntry().getValue().isNone()) {
            revised.put(revised.lastKey() + 1, byDaySaid.lastEntry().getValue());
        }
        return revised;
    }

    /**
     * The level in each period from the figures before and after it, from its end on, by epoch day; empty where nothing is
     * smoothed.
     *
     * @param lastDay end of the history; a period that has not ended by then stands at it
     */
    NavigableMap<Long, Level> smoothed(long lastDay) {
        NavigableMap<Long, Level> smoothed = new TreeMap<>();
        smoothedByPeriodEnd.forEach((end, level) -> smoothed.put(Math.min(end, lastDay), level));
        return smoothed;
    }

    /** The level in each period from the figures before and after it, in its middle, by epoch day. */
    NavigableMap<Long, Level> path() {
        return Collections.unmodifiableNavigableMap(pathByDay);
    }

    /** What is expected now of days to come, by epoch day. */
    NavigableMap<Long, Level> projected() {
        return Collections.unmodifiableNavigableMap(projectedByDay);
    }
}
