package org.tidemark.estimate;

import java.util.List;
import java.util.Locale;

/**
 * What a release is worth to a level before it comes: how much surer the level will be, and how far it will move. A Kalman
 * filter knows its variance before the figure; a bank of them is surer or less sure by which of them the figure fits, so
 * that its variance is an expectation. In the unit of the estimate; of a bank shares of 0 to 1.
 *
 * @param before standard deviation of the level on the day, without the release
 * @param after the same with it: root of the expected variance
 * @param move expected absolute move of the median by the release, beyond what was to be expected
 */
public record ReleaseWorth(double before, double after, double move) {
    /**
     * What a release is worth.
     *
     * @param state before it
     * @param outcomes equally probable states after it, as {@link ComingRelease} makes them
     * @param time of the day that the level is told of, not before that of any state
     */
    public static ReleaseWorth of(BankState state, List<BankState> outcomes, double time) {
        BankState without = at(state, time);
        double median = median(without);
        double variance = 0;
        double move = 0;
        for (BankState outcome : outcomes) {
            BankState then = at(outcome, time);
            variance += variance(then);
            move += Math.abs(median(then) - median);
        }
        return new ReleaseWorth(
                StrictMath.sqrt(variance(without)),
                StrictMath.sqrt(variance / outcomes.size()),
                move / outcomes.size());
    }

    /**
     * What a release is worth to an estimate that is told with bands alone, in its unit; a band of 80 % is read as that of a
     * normal. The newest period passes with the release: what is expected to come with it is no move.
     *
     * @param before as it is told now
     * @param outcomes as it is told after each of equally probable courses of the release
     */
    public static ReleaseWorth of(Banded before, List<Banded> outcomes) {
        double mean = outcomes.stream().mapToDouble(Banded::value).average().orElseThrow();
        double variance = 0;
        double move = 0;
        for (Banded outcome : outcomes) {
            variance += deviation(outcome) * deviation(outcome);
            move += Math.abs(outcome.value() - mean);
        }
        return new ReleaseWorth(deviation(before), StrictMath.sqrt(variance / outcomes.size()), move / outcomes.size());
    }

    private static double deviation(Banded band) {
        return (band.upper80() - band.lower80()) / (2 * StandardNormal.Z90);
    }

    /** The same in another unit. */
    public ReleaseWorth times(double positiveFactor) {
        return new ReleaseWorth(positiveFactor * before, positiveFactor * after, positiveFactor * move);
    }

    /** By what part the variance of the level is expected to fall; negative where the level is expected to be less sure. */
    public double varianceReduction() {
        return before > 0 ? 1 - after * after / (before * before) : 0;
    }

    /** A {@link #varianceReduction} in words; a negative one is a rise. */
    public static String saidOfVariance(double reduction) {
        return String.format(
                Locale.ROOT, "variance %s by %.0f %%", reduction < 0 ? "up" : "down", 100 * Math.abs(reduction));
    }

    private static BankState at(BankState state, double time) {
        return FilterBank.predict(state, Math.max(0, time - state.time()));
    }

    /** The level that is told of a state. */
    static double median(BankState state) {
        return PenetrationReport.level(state).value();
    }

    /** Variance of the level, as a share, over filters and what each believes. */
    static double variance(BankState state) {
        double mean = 0;
        double square = 0;
        for (int m = 0; m < BankModel.MODELS; m++) {
            double x = state.number(m, OuStep.X);
            double sd = StrictMath.sqrt(Math.max(0, state.number(m, OuStep.P11)));
            double weight = state.weight(m) / StandardNormal.NODES;
            for (int i = 0; i < StandardNormal.NODES; i++) {
                double share = BankModel.link(m).share(x + sd * StandardNormal.node(i));
                mean += weight * share;
                square += weight * share * share;
            }
        }
        return Math.max(0, square - mean * mean);
    }
}
