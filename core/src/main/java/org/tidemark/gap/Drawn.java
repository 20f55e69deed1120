package org.tidemark.gap;

import org.tidemark.figures.Evidence;

/**
 * A part as it was drawn from what is held.
 *
 * @param evidence that of the gap, with what the part rests on besides
 */
record Drawn(Part part, Evidence evidence) {}
