package org.tidemark.api.query;

import org.tidemark.accuracy.HorizonScore;
import org.tidemark.estimate.EstimateKey;

/** How the projections of a cell came true at one horizon. */
record ScoreRow(EstimateKey key, HorizonScore score) {}
