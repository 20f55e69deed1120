package org.tidemark.catalogue;

import java.util.List;

/**
 * What must be so for a condition to be AI's doing at all: an estimate of the same economy as a whole is above, or below, a
 * bound.
 *
 * @param measure of the estimates that can show it
 * @param concepts only these; empty: all
 * @param bound of the level in the newest period, in the unit of the measure
 * @param isBelow whether the level must be below it; else above
 * @param probability from which on it holds
 */
public record AlertPremise(String measure, List<String> concepts, double bound, boolean isBelow, double probability) {
    public AlertPremise {
        concepts = List.copyOf(concepts);
    }

    /** As it is written: {@code above} or {@code below}. */
    public String side() {
        return isBelow ? "below" : "above";
    }

    /** Whether an estimate of the measure and concept can show it. */
    public boolean isOf(String ofMeasure, String concept) {
        return measure.equals(ofMeasure) && (concepts.isEmpty() || concepts.contains(concept));
    }
}
