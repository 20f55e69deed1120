package org.tidemark.catalogue;

import java.time.DayOfWeek;
import org.tidemark.series.Period;

/** Which figures of a series an estimator reads. Overlapping averages would count the same days again and again. */
public enum Thinning {
    NONE,
    /** Of a daily seven-day average, the windows that end on a Friday. */
    FRIDAYS;

    public boolean keeps(Period period) {
        return this == NONE || period.end().getDayOfWeek() == DayOfWeek.FRIDAY;
    }
}
