package org.tidemark.producers;

/**
 * What a file nearly is.
 *
 * @param likeness from 0 to 1; of several formats the likest is named
 * @param what continues "FILE is in no known format, but ": what is there and the one thing to change
 */
public record NearMiss(double likeness, String what) {}
