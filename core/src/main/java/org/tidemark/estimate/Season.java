package org.tidemark.estimate;

import java.util.Arrays;

/** How the season of a series that its publisher does not adjust is kept out of an estimate; by how much of it is held. */
public enum Season {
    /** There is none. */
    ABSENT,
    /** Three years are held: the season is estimated together with the level. */
    STATES,
    /** Less is held: each figure is compared with that of the same wave a year before. */
    YEAR_BEFORE,
    /** Not even a few such pairs are held: season and level cannot be told apart. */
    UNKNOWN;

    /** Years from the first figure to the last from which on a season is estimated. */
    public static final double YEARS_MIN = 3;

    /** Pairs a year apart under which nothing is claimed. */
    public static final int PAIRS_MIN = 4;

    private static final double DAYS = 365.25;
    private static final double DAYS_APART_MIN = 4;

    /**
     * For a series.
     *
     * @param unadjusted whether the season is left in its figures
     * @param times in order, fractional calendar years, at least one
     * @param days usual length of a period
     */
    public static Season of(boolean unadjusted, double[] times, double days) {
        if (!unadjusted) {
            return ABSENT;
        }
        if (times[times.length - 1] - times[0] >= YEARS_MIN) {
            return STATES;
        }
        long pairs = Arrays.stream(yearBefore(times, days)).filter(i -> i >= 0).count();
        return pairs >= PAIRS_MIN ? YEAR_BEFORE : UNKNOWN;
    }

    /**
     * For each time the place of the nearest one a year before, no further from it than half a period (four days for
     * shorter ones); -1 where none is.
     *
     * @param times in order, fractional calendar years
     * @param days usual length of a period
     */
    public static int[] yearBefore(double[] times, double days) {
        double apart = Math.max(days / 2, DAYS_APART_MIN) / DAYS;
        int[] places = new int[times.length];
        for (int i = 0; i < times.length; i++) {
            double then = times[i] - 1;
            int nearest = -1;
            for (int j = 0; j < i; j++) {
                double off = Math.abs(times[j] - then);
                if (off <= apart && (nearest < 0 || off < Math.abs(times[nearest] - then))) {
                    nearest = j;
                }
            }
            places[i] = nearest;
        }
        return places;
    }
}
