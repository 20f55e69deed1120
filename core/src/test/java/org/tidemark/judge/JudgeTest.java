package org.tidemark.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.JudgingRules;

/** The bounds, and what is held against them. */
class JudgeTest {
    private static final JudgingRules RULES = new JudgingRules(0.002, 4, 12, 10, 3, 2, 0.0075, 0.05, 0.02, 0.02, 0.01);
    private final Judge judge = new Judge(RULES, RevisionScale.LOGIT);

    /** A release that moves each of its shares by a factor of their odds. */
    private static Scores moved(int figures, double logits) {
        List<RevisionPair> pairs = IntStream.range(0, figures)
                .mapToObj(i -> 2.0 + i * 0.1)
                .map(before -> new RevisionPair(before, 100 / (1 + (100 / before - 1) * Math.exp(-logits))))
                .toList();
        return Scores.of(new RevisionStatistics(figures, pairs, figures, 0, 0, 0, 0), RevisionScale.LOGIT, "percent");
    }

    private static boolean isHeld(List<CheckResult> findings) {
        return findings.stream().anyMatch(CheckResult::outOfRange);
    }

    @Test
    void withoutAPastTheBoundIsAQuantileOfStudentsTWithThePriorsWeight() {
        // t with 4 degrees of freedom exceeds 7.1732 with probability 0.001 (tables).
        assertThat(judge.bound(Measure.SHIFT, List.of())).isCloseTo(0.0075 * 7.1732, within(1e-5));
    }

    @Test
    void aQuietPastNarrowsTheBoundAndARestlessOneWidensIt() {
        List<Scores> quiet = Collections.nCopies(2, moved(20, 0));
        List<Scores> restless = Collections.nCopies(2, moved(20, 0.05));

        // t with 6 degrees of freedom exceeds 5.2076 with probability 0.001 (tables).
        assertThat(judge.bound(Measure.SHIFT, quiet)).isCloseTo(Math.sqrt(4.0 / 6) * 0.0075 * 5.2076, within(1e-5));
        assertThat(judge.bound(Measure.SHIFT, restless)).isGreaterThan(0.05);
    }

    @Test
    void onlyTheNewestPastCounts() {
        List<Scores> restlessLongAgo = new java.util.ArrayList<>(Collections.nCopies(5, moved(20, 0.2)));
        restlessLongAgo.addAll(Collections.nCopies(12, moved(20, 0)));

        assertThat(judge.bound(Measure.SHIFT, restlessLongAgo))
                .isEqualTo(judge.bound(Measure.SHIFT, Collections.nCopies(12, moved(20, 0))));
    }

    @Test
    void aRewriteOfTheHistoryIsHeldAndASmallRevisionIsNot() {
        List<Scores> past = Collections.nCopies(2, moved(20, 0.0008));

        assertThat(isHeld(judge.findings(moved(20, 0.044), past))).isTrue();
        assertThat(isHeld(judge.findings(moved(20, 0.0138), past))).isFalse();
    }

    @Test
    void ofFewFiguresOnlyASlipOfTheUnitIsHeld() {
        List<RevisionPair> percentAsShare = List.of(new RevisionPair(23.9, 0.239), new RevisionPair(15.2, 0.152));
        Scores slip =
                Scores.of(new RevisionStatistics(2, percentAsShare, 2, 0, 0, 0, 0), RevisionScale.LOGIT, "percent");

        assertThat(isHeld(judge.findings(slip, List.of()))).isTrue();
        assertThat(isHeld(judge.findings(moved(2, 0.6), List.of()))).isFalse();
    }

    @Test
    void figuresLostRefusedOrOutOfOrderAreHeldWhereTheyAreMany() {
        assertThat(isHeld(judge.findings(form(0, 0, 0), List.of()))).isFalse();
        assertThat(isHeld(judge.findings(form(40, 0, 0), List.of()))).isTrue();
        assertThat(isHeld(judge.findings(form(0, 30, 0), List.of()))).isTrue();
        assertThat(isHeld(judge.findings(form(0, 0, 20), List.of()))).isTrue();
        assertThat(isHeld(judge.findings(form(5, 5, 3), List.of()))).isFalse();
    }

    private static Scores form(int lost, int refused, int outOfOrder) {
        return Scores.of(
                new RevisionStatistics(100, List.of(), 0, refused, outOfOrder, 100, lost),
                RevisionScale.LOGIT,
                "percent");
    }

    @Test
    void theSentenceHasTheScoreAndItsBound() {
        CheckResult finding = judge.findings(moved(20, 0.5), List.of()).get(0);

        assertThat(finding.sentence()).isEqualTo("restated figures move by 0.5000 in the median, bound 0.0538");
    }

    @Test
    void whatMayBeNegativeIsMeasuredInItsSpread() {
        List<RevisionPair> pairs = IntStream.range(0, 41)
                .mapToObj(i -> new RevisionPair(i - 20.0, i - 18.0))
                .toList();
        Scores scores = Scores.of(new RevisionStatistics(41, pairs, 41, 0, 0, 0, 0), RevisionScale.SPREAD, "percent");

        assertThat(scores.shift()).isCloseTo(2.0 / 20, within(1e-12));
        assertThat(scores.offset()).isEqualTo(2.0);
    }

    @Test
    void aPartIsNoMoreThanItsWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevisionStatistics(1, List.of(), 0, 0, 0, 2, 3))
                .withMessageContaining("lost 3");
    }
}
