package org.tidemark.pool;

/**
 * A figure beside what the filter of the pool expected of it from all figures of earlier periods.
 *
 * @param concept of the figure
 * @param sector {@code TOTAL}, or a part of the economy
 * @param beside whether another instrument was held; where none was, the same filter ran on one and the pool told nothing
 * @param deviations of the figure above what was expected, in standard deviations of the forecast: doubt about the level,
 *     noise of a figure and its standard error
 */
public record PoolSurprise(String concept, String sector, boolean beside, double deviations) {}
