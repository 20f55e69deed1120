package org.tidemark.streams.query;

import org.tidemark.series.Observation;

/**
 * One vintage of one figure.
 *
 * @param conflicting whether its source said two things at that instant, so that neither is believed
 */
public record VintageRow(Observation observation, boolean conflicting) {}
