package org.tidemark.measure;

import java.util.Comparator;
import org.tidemark.series.Period;

/**
 * One figure as a kind reads it, after its part's function.
 *
 * @param time middle of the period, years
 * @param variance of the value; 0 where no standard error was published
 */
record Point(Period period, double time, double value, double variance) {
    /** As {@link Period#BY_TIME} has their periods. */
    static final Comparator<Point> BY_TIME = Comparator.comparingDouble(Point::time)
            .thenComparingLong(p -> p.period().days())
            .thenComparing(p -> p.period().start());

    static Point of(Period period, double value, double variance) {
        return new Point(period, period.midYear(), value, variance);
    }
}
