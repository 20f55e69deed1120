package org.tidemark.contrast;

import org.tidemark.series.Period;

/**
 * Mean of the exposed less mean of the unexposed in one period.
 *
 * @param time of the filter: the middle of the period
 * @param value in logs or in percentage points
 * @param publishedVariance from the standard errors that were published, in {@code value}'s unit squared; 0 without
 */
record Gap(Period period, double time, double value, double publishedVariance) {}
