package org.tidemark.api.history;

import java.util.List;
import java.util.NavigableMap;
import java.util.function.ToDoubleFunction;

/**
 * One metric of the history, but for its unit. Bands are names of their own, as with the live metrics: a label would be
 * summed over.
 *
 * @param name without its unit
 * @param carried whether a level holds until the next; else it is of its day alone
 * @param steps from which epoch day on which level holds
 * @param end which number of a level it shows
 */
public record HistoryMetric(String name, String help, boolean carried, Steps steps, ToDoubleFunction<Level> end) {
    private static final String PREFIX = "tidemark_history_estimate_";
    private static final String REALTIME =
            "What was said by then, of the newest period observed by then; the last update carried forward daily";
    private static final String REVISED =
            "What was said last of the period that ended then; carried forward daily to the end of the next";
    private static final String SMOOTHED =
            "In hindsight: the level in the period that ended then, from all figures before and after it; carried forward daily to the end of the next";
    private static final String AHEAD =
            "What the newest update expects of the figure one, three and five years after its period, and the level in it; at the middles of periods";
    private static final String PATHS =
            "In hindsight: the level in the period of which this is the middle, from all figures before and after it; not carried forward";
    private static final String LOWER = "Lower end of the 80 % band of: ";
    private static final String UPPER = "Upper end of the 80 % band of: ";

    /** How it was, as far as is known now. */
    public static final List<HistoryMetric> HINDSIGHT = List.of(
            smoothed("smoothed", SMOOTHED, Level::value),
            smoothed("smoothed_lower80", LOWER + SMOOTHED, Level::lower80),
            smoothed("smoothed_upper80", UPPER + SMOOTHED, Level::upper80));

    /** What was said, and how it was, in the order of the file. */
    public static final List<HistoryMetric> ALL = List.of(
            realtime("realtime", REALTIME, Level::value),
            realtime("realtime_lower80", LOWER + REALTIME, Level::lower80),
            realtime("realtime_upper80", UPPER + REALTIME, Level::upper80),
            revised("revised", REVISED, Level::value),
            revised("revised_lower80", LOWER + REVISED, Level::lower80),
            revised("revised_upper80", UPPER + REVISED, Level::upper80),
            HINDSIGHT.get(0),
            HINDSIGHT.get(1),
            HINDSIGHT.get(2));

    /** The same, each level in the middle of its period alone: the line through them is the curve. */
    public static final List<HistoryMetric> PATH = List.of(
            path("path", PATHS, Level::value),
            path("path_lower80", LOWER + PATHS, Level::lower80),
            path("path_upper80", UPPER + PATHS, Level::upper80));

    /** What is expected of days to come. */
    public static final List<HistoryMetric> PROJECTED = List.of(
            projected("projected", AHEAD, Level::value),
            projected("projected_lower80", LOWER + AHEAD, Level::lower80),
            projected("projected_upper80", UPPER + AHEAD, Level::upper80));

    /** How many series a cell has: those in hindsight only where it has a path. */
    public static int count(CellHistory cell) {
        return cell.isSmoothed() ? ALL.size() : ALL.size() - HINDSIGHT.size();
    }

    /** One of the three accounts of a cell, in a history that ends on an epoch day. */
    public interface Steps {
        NavigableMap<Long, Level> of(CellHistory cell, long lastDay);
    }

    private static HistoryMetric realtime(String name, String help, ToDoubleFunction<Level> end) {
        return new HistoryMetric(PREFIX + name, help, true, (cell, lastDay) -> cell.realtime(), end);
    }

    private static HistoryMetric revised(String name, String help, ToDoubleFunction<Level> end) {
        return new HistoryMetric(PREFIX + name, help, true, CellHistory::revised, end);
    }

    private static HistoryMetric smoothed(String name, String help, ToDoubleFunction<Level> end) {
        return new HistoryMetric(PREFIX + name, help, true, CellHistory::smoothed, end);
    }

    private static HistoryMetric path(String name, String help, ToDoubleFunction<Level> end) {
        return new HistoryMetric(PREFIX + name, help, false, (cell, lastDay) -> cell.path(), end);
    }

    private static HistoryMetric projected(String name, String help, ToDoubleFunction<Level> end) {
        return new HistoryMetric(PREFIX + name, help, false, (cell, lastDay) -> cell.projected(), end);
    }

    /** The name of the metric in a unit. */
    public String in(MetricUnit unit) {
        return unit.named(name);
    }
}
