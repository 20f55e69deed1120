package org.tidemark.judge;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.estimate.IncompleteBeta;

/**
 * Holds a release against the past of its source. Each score is taken as the size of a draw from a normal whose variance
 * is not known: prior scaled inverse chi-squared with the weight and scale of the rules, data the scores of the past. The
 * bound is the size that the next draw exceeds with the probability {@code tail}: a quantile of Student's t (Gelman et al.,
 * Bayesian Data Analysis, 3rd ed., section 2.6). A source that often rewrites its history is thus allowed more than one
 * that never did, and one without a past what the prior allows.
 */
public final class Judge {
    private static final int HALVINGS = 60;
    private static final double SIZE_MAX = 1e6;

    private final JudgingRules rules;
    private final Scale scale;

    public Judge(JudgingRules rules, Scale scale) {
        this.rules = rules;
        this.scale = scale;
    }

    /**
     * Every score that can be judged, against its bound.
     *
     * @param past scores of accepted releases before, oldest first
     */
    public List<Finding> findings(Scores scores, List<Scores> past) {
        List<Finding> findings = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            int figures = measure.restsOn(scores);
            if (figures >= rules.figuresMin()) {
                findings.add(Finding.of(measure, scores, bound(measure, past)));
            } else if (measure == Measure.SHIFT && figures > 0 && scale != Scale.SPREAD) {
                // Too few to tell a revision from a rewrite, but not a percent from a share.
                findings.add(Finding.of(measure, scores, rules.slipShift()));
            }
        }
        return findings;
    }

    /** The largest score that the past and the prior allow. */
    public double bound(Measure measure, List<Scores> past) {
        List<Scores> counted = past.stream()
                .filter(s -> measure.restsOn(s) >= rules.figuresMin())
                .toList();
        counted = counted.subList(Math.max(0, counted.size() - rules.pastMax()), counted.size());
        double sd = measure.priorSd(rules, scale);
        double weight = rules.priorWeight() + counted.size();
        double squares = rules.priorWeight() * sd * sd;
        for (Scores one : counted) {
            squares += measure.of(one) * measure.of(one);
        }
        return StrictMath.sqrt(squares / weight) * size(weight);
    }

    /** The size that a Student t of these degrees of freedom exceeds, in either direction, with the tail's probability. */
    private double size(double degrees) {
        double low = 0;
        double high = SIZE_MAX;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double beyond = IncompleteBeta.regularised(degrees / 2, 0.5, degrees / (degrees + middle * middle));
            if (beyond > rules.tail()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
