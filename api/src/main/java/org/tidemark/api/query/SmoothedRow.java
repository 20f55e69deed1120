package org.tidemark.api.query;

import org.tidemark.estimate.EstimateKey;
import org.tidemark.penetration.SmoothedPath;

/**
 * One point of a smoothed path.
 *
 * @param key the cell, of measure {@value SmoothedPath#MEASURE}
 * @param unit of level and figure
 */
record SmoothedRow(EstimateKey key, String unit, SmoothedPath.Point point) {}
