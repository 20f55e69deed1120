package org.tidemark.estimate;

import org.jspecify.annotations.Nullable;

/**
 * One row of an estimate.
 *
 * @param band in the estimate's unit
 * @param pNegative P(value < 0), for measures that have a sign, else null
 */
public record HorizonValue(Horizon horizon, Banded band, @Nullable Double pNegative) {}
