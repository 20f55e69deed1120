package org.tidemark.judge;

/**
 * One figure that a release states again.
 *
 * @param before what was believed of it until then, in the indicator's unit
 * @param now what the release says, in the same unit
 */
public record RevisionPair(double before, double now) {}
