package org.tidemark.alert;

import java.time.Instant;

/**
 * An instant of publication that speaks for an alert.
 *
 * @param probability that the rule's condition held then
 * @param releases what was published, for people: {@code CENSUS_BTOS 202520}
 */
public record Witness(Instant published, double probability, String releases) {}
