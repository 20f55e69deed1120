package org.tidemark.judge;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.JudgingRules;

/**
 * Holds a release against the past of its source. Each score is taken as the size of a draw from a normal whose variance
 * is not known: prior scaled inverse chi-squared with the weight and scale of the rules, data the scores of the past. The
 * bound is the size that the next draw exceeds with the probability {@code tail}: a quantile of Student's t (Gelman et al.,
 * Bayesian Data Analysis, 3rd ed., section 2.6). A source that often rewrites its history is thus allowed more than one
 * that never did, and one without a past what the prior allows.
 */
public final class Judge {
    private final JudgingRules rules;
    private final RevisionScale scale;

    public Judge(JudgingRules rules, RevisionScale scale) {
        this.rules = rules;
        this.scale = scale;
    }

    /**
     * Every score that can be judged, against its bound.
     *
     * @param past scores of accepted releases before, oldest first
     */
    public List<CheckResult> findings(Scores scores, List<Scores> past) {
        List<CheckResult> findings = new ArrayList<>();
        for (Measure measure : Measure.OF_RELEASES) {
            int figures = measure.restsOn(scores);
            if (figures >= rules.figuresMin()) {
                findings.add(CheckResult.of(measure, scores, bound(measure, past)));
            } else if (measure == Measure.SHIFT && figures > 0 && scale != RevisionScale.SPREAD) {
                // Too few to tell a revision from a rewrite, but not a percent from a share.
                findings.add(CheckResult.of(measure, scores, rules.slipShift()));
            }
        }
        Innovation innovation = scores.innovation();
        if (innovation != null) {
            findings.add(CheckResult.of(Measure.INNOVATION, scores, innovation.bound()));
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
        return StrictMath.sqrt(squares / weight) * StudentSize.of(rules.tail(), weight);
    }
}
