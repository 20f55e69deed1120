package org.tidemark.gap;

import java.util.List;
import org.tidemark.series.Period;

/**
 * What is measured of one period.
 *
 * @param measurements one for each that the model expects, in its order
 */
record Moment(Period period, List<Measurement> measurements) {
    Moment {
        measurements = List.copyOf(measurements);
    }

    /** A measured value and the variance of its noise. */
    record Measurement(double value, double variance) {}

    /** Event time, fractional calendar years. */
    double time() {
        return period.midYear();
    }
}
