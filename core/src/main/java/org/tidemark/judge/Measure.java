package org.tidemark.judge;

import java.util.List;
import org.tidemark.catalogue.JudgingRules;

/** The scores that a release is judged by. */
public enum Measure {
    SHIFT("restated figures move by %.4f in the median"),
    LOST("%.4f of the figures that stood are left out"),
    REFUSED("%.4f of the figures were refused"),
    DISORDER("%.4f of the figures are out of the order of their dates"),
    /** Of the new figure that is farthest beyond its bound. */
    INNOVATION("a new figure is off its forecast by %.4f");

    /** Those of which each release has one, whose bounds follow from the releases before. */
    static final List<Measure> OF_RELEASES = List.of(SHIFT, LOST, REFUSED, DISORDER);

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
            case INNOVATION -> innovation(scores);
        };
    }

    private static double innovation(Scores scores) {
        Innovation innovation = scores.innovation();
        return innovation == null ? 0 : innovation.size();
    }

    double priorSd(JudgingRules rules, RevisionScale scale) {
        return switch (this) {
            case SHIFT -> scale == RevisionScale.SPREAD ? rules.spreadSd() : rules.shiftSd();
            case LOST -> rules.lostSd();
            case REFUSED -> rules.refusedSd();
            case DISORDER -> rules.disorderSd();
            case INNOVATION -> rules.newSd();
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
