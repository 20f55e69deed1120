package org.tidemark.gap;

import java.util.List;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;

/** Finds what a test asks for among estimates. */
final class Estimates {
    private Estimates() {}

    static Estimate of(List<Estimate> estimates, String measure, String concept) {
        return estimates.stream()
                .filter(e ->
                        e.key().measure().equals(measure) && e.key().concept().equals(concept))
                .findFirst()
                .orElseThrow();
    }

    static Term term(Estimate estimate, String name) {
        return estimate.terms().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static HorizonValue at(Estimate estimate, Horizon horizon) {
        return estimate.levels().stream()
                .filter(l -> l.horizon() == horizon)
                .findFirst()
                .orElseThrow();
    }

    static double value(Estimate estimate) {
        return at(estimate, Horizon.P0D).band().value();
    }
}
