package org.tidemark.standalone.history;

import java.util.List;
import java.util.NavigableMap;
import java.util.function.ToDoubleFunction;

/**
 * One metric of the history, but for its unit. Bands are names of their own, as with the live metrics: a label would be
 * summed over.
 *
 * @param name without its unit
 * @param steps from which epoch day on which level holds
 * @param end which number of a level it shows
 */
record Family(String name, String help, Steps steps, ToDoubleFunction<Level> end) {
    private static final String PREFIX = "tidemark_history_estimate_";
    private static final String REALTIME =
            "What was said by then, of the newest period observed by then; the last update carried forward daily";
    private static final String REVISED =
            "What was said last of the period that ended then; carried forward daily to the end of the next";
    private static final String SMOOTHED =
            "In hindsight: the level in the period that ended then, from all figures before and after it; carried forward daily to the end of the next";
    private static final String LOWER = "Lower end of the 80 % band of: ";
    private static final String UPPER = "Upper end of the 80 % band of: ";

    /** In the order of the file. */
    static final List<Family> ALL = List.of(
            realtime("realtime", REALTIME, Level::value),
            realtime("realtime_lower80", LOWER + REALTIME, Level::lower80),
            realtime("realtime_upper80", UPPER + REALTIME, Level::upper80),
            revised("revised", REVISED, Level::value),
            revised("revised_lower80", LOWER + REVISED, Level::lower80),
            revised("revised_upper80", UPPER + REVISED, Level::upper80),
            smoothed("smoothed", SMOOTHED, Level::value),
            smoothed("smoothed_lower80", LOWER + SMOOTHED, Level::lower80),
            smoothed("smoothed_upper80", UPPER + SMOOTHED, Level::upper80));

    private static final int HINDSIGHT = 3;

    /** How many series a cell has: those in hindsight only where it has a path. */
    static int count(CellHistory cell) {
        return cell.isSmoothed() ? ALL.size() : ALL.size() - HINDSIGHT;
    }

    /** One of the three accounts of a cell, in a history that ends on an epoch day. */
    interface Steps {
        NavigableMap<Long, Level> of(CellHistory cell, long lastDay);
    }

    private static Family realtime(String name, String help, ToDoubleFunction<Level> end) {
        return new Family(PREFIX + name, help, (cell, lastDay) -> cell.realtime(), end);
    }

    private static Family revised(String name, String help, ToDoubleFunction<Level> end) {
        return new Family(PREFIX + name, help, CellHistory::revised, end);
    }

    private static Family smoothed(String name, String help, ToDoubleFunction<Level> end) {
        return new Family(PREFIX + name, help, CellHistory::smoothed, end);
    }

    String in(MetricUnit unit) {
        return unit.named(name);
    }
}
