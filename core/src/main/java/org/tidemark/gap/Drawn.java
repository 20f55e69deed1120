package org.tidemark.gap;

/**
 * A part as it was drawn from what is held.
 *
 * @param ground that of the gap, with what the part rests on besides
 */
record Drawn(Part part, Ground ground) {}
