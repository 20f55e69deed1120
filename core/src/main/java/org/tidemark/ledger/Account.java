package org.tidemark.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;

/** The factors of one entry as they are gathered, what they rest on, and the first reason why one is not to be had. */
final class Account {
    private final List<Factor> factors = new ArrayList<>();
    private Evidence evidence = Evidence.NONE;
    private @Nullable String fault;

    void use(Estimate estimate) {
        evidence = evidence.with(estimate);
    }

    void use(FigureSeries series, Figure figure) {
        evidence = evidence.with(series, figure);
    }

    void use(FigureSeries series) {
        evidence = evidence.with(series);
    }

    /** One more factor, as shares of 1. */
    void add(String name, double mean, double sd, Term.Basis basis, String source) {
        String wrong = Factor.fault(name, mean, sd);
        if (wrong != null) {
            fail(wrong);
        } else {
            factors.add(new Factor(name, mean, sd, basis, source));
        }
    }

    void fail(String reason) {
        if (fault == null) {
            fault = reason;
        }
    }

    List<Factor> factors() {
        return factors;
    }

    Evidence evidence() {
        return evidence;
    }

    @Nullable
    String fault() {
        return fault;
    }
}
