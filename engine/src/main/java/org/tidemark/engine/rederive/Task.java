package org.tidemark.engine.rederive;

/**
 * A part of the flow that derives anew by itself.
 *
 * @param half of the flow
 */
public record Task(String half, int partition) {}
