package org.tidemark.judge;

import org.tidemark.catalogue.JudgingRules;

/** The scores that a release is judged by. */
public enum Measure {
    SHIFT("restated figures move by %.4f in the median"),
    LOST("%.4f of the figures that stood are left out"),
    REFUSED("%.4f of the figures were refused"),
    DISORDER("%.4f of the figures are out of the order of their dates");

    private final String sentence;

    Measure(String sentence) {
        this.sentence = sentence;
    }

    double of(Scores scores) {
        return switch (this) {
            case SHIFT -> scores.shift();
            case LOST -> scores.lost();
            case REFUSED -> scores.refused();
            case DISORDER -> scores.disorder();
        };
    }

    double priorSd(JudgingRules rules, Scale scale) {
        return switch (this) {
            case SHIFT -> scale == Scale.SPREAD ? rules.spreadSd() : rules.shiftSd();
            case LOST -> rules.lostSd();
            case REFUSED -> rules.refusedSd();
            case DISORDER -> rules.disorderSd();
        };
    }

    /** How many figures the score rests on. */
    int restsOn(Scores scores) {
        return this == SHIFT ? scores.restated() : scores.stated();
    }

    String sentence() {
        return sentence;
    }
}
