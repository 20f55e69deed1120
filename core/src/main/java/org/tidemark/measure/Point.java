package org.tidemark.measure;

import org.tidemark.series.Period;

/**
 * One figure as a kind reads it, after its part's function.
 *
 * @param time middle of the period, years
 * @param variance of the value; 0 where no standard error was published
 */
record Point(Period period, double time, double value, double variance) {
    static Point of(Period period, double value, double variance) {
        return new Point(period, period.midYear(), value, variance);
    }
}
