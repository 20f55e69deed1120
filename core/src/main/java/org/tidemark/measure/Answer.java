package org.tidemark.measure;

import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.Evidence;

/**
 * One number of a recipe, or why there is none, and what it rests on.
 *
 * @param measure of its estimate
 * @param model method and settings
 */
record Answer(String sector, String measure, String model, String unit, Evidence evidence, Outcome outcome) {
    Estimate estimate(String economy, String concept) {
        EstimateKey key = new EstimateKey(economy, sector, measure, concept);
        if (outcome.levels().isEmpty()) {
            return evidence.withheld(key, model, unit, String.valueOf(outcome.withheld()));
        }
        Evidence told = outcome.period() == null
                ? evidence
                : new Evidence(evidence.hash(), evidence.inputs(), evidence.asOf(), outcome.period());
        return told.estimate(key, model, unit, outcome.levels(), outcome.terms());
    }
}
