package org.tidemark.judge;

import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;

/**
 * What an estimate says without a held release, and what it would say with it: its level in the newest period.
 *
 * @param without null where there is no number
 * @param with null where there would be none
 */
public record Effect(EstimateKey key, String unit, @Nullable Double without, @Nullable Double with) {}
