package org.tidemark.catalogue;

import java.util.List;

/**
 * What must be so for a condition to be AI's doing at all: an estimate of the same economy as a whole is above a bound.
 *
 * @param measure of the estimates that can show it
 * @param concepts only these; empty: all
 * @param above bound of the level in the newest period, in the unit of the measure
 * @param probability from which on it holds
 */
public record AlertPremise(String measure, List<String> concepts, double above, double probability) {
    public AlertPremise {
        concepts = List.copyOf(concepts);
    }

    /** Whether an estimate of the measure and concept can show it. */
    public boolean isOf(String ofMeasure, String concept) {
        return measure.equals(ofMeasure) && (concepts.isEmpty() || concepts.contains(concept));
    }
}
