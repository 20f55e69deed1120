package org.tidemark.judge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a release does to what is held, in numbers.
 *
 * @param stated figures with a value
 * @param restated how many of them were believed before
 * @param changedShare share of the restated that changed, 0 to 1
 * @param shift median of the absolute shifts of the restated, on the indicator's {@link RevisionScale}; 0 without any
 * @param drift median of the shifts with their sign
 * @param ratio median of now over before; null where there is none
 * @param offset median of now less before, in the indicator's unit
 * @param lost share of the figures that stood and are left out, 0 to 1
 * @param refused share of the figures that were refused, 0 to 1
 * @param disorder share of the figures that are out of the order of their dates, 0 to 1
 * @param innovation the new figure that is farthest beyond its bound; null where none is beyond
 * @param answers instants of held parts of which it states figures anew, in order
 */
public record Scores(
        int stated,
        int restated,
        double changedShare,
        double shift,
        double drift,
        @Nullable Double ratio,
        double offset,
        double lost,
        double refused,
        double disorder,
        @Nullable Innovation innovation,
        List<Instant> answers) {
    /** Of a release whose new figures are as expected. */
    public Scores(
            int stated,
            int restated,
            double changedShare,
            double shift,
            double drift,
            @Nullable Double ratio,
            double offset,
            double lost,
            double refused,
            double disorder) {
        this(stated, restated, changedShare, shift, drift, ratio, offset, lost, refused, disorder, null, List.of());
    }

    public Scores {
        answers = List.copyOf(answers);
    }

    /** The scores of a release; {@code unit} is {@code percent} for shares of 0 to 100. */
    public static Scores of(RevisionStatistics facts, RevisionScale scale, String unit) {
        List<RevisionPair> pairs = facts.restated();
        int said = facts.stated() + facts.refused();
        return new Scores(
                facts.stated(),
                pairs.size(),
                share(facts.changed(), pairs.size()),
                shift(pairs, scale, unit),
                zeroIfNone(Quantiles.median(scale.shifts(pairs, unit))),
                ratio(pairs),
                zeroIfNone(Quantiles.median(
                        pairs.stream().map(p -> p.now() - p.before()).toList())),
                share(facts.lost(), facts.standing()),
                share(facts.refused(), said),
                share(facts.outOfOrder(), facts.stated()),
                facts.innovation(),
                facts.answers());
    }

    /** Median of the absolute shifts of pairs; 0 without any of which it can be told. */
    public static double shift(List<RevisionPair> pairs, RevisionScale scale, String unit) {
        return zeroIfNone(Quantiles.median(
                scale.shifts(pairs, unit).stream().map(Math::abs).toList()));
    }

    /** These scores, with what an earlier look has said of refusals and order. */
    public Scores withFormOf(Scores earlier) {
        return new Scores(
                stated,
                restated,
                changedShare,
                shift,
                drift,
                ratio,
                offset,
                lost,
                earlier.refused,
                earlier.disorder,
                innovation,
                answers);
    }

    /** What a finding says, for people. */
    public String sentence(CheckResult finding) {
        return finding.measure() == Measure.INNOVATION && innovation != null
                ? innovation.sentence()
                : finding.sentence();
    }

    private static @Nullable Double ratio(List<RevisionPair> pairs) {
        double median = Quantiles.median(pairs.stream()
                .map(p -> p.now() / p.before())
                .filter(Double::isFinite)
                .toList());
        return Double.isNaN(median) ? null : median;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double zeroIfNone(double median) {
        return Double.isNaN(median) ? 0 : median;
    }
}
