package org.tidemark.publication;

import java.time.Instant;
import org.tidemark.series.PublishedBasis;

/**
 * When a figure became public.
 *
 * @param published the instant the world could know it
 * @param basis how that is known
 */
public record Publication(Instant published, PublishedBasis basis) {}
