package org.tidemark.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.StageOdds;
import org.tidemark.estimate.StartSpeed;

/**
 * How often a stage that was said with some probability was so: a reliability diagram in numbers (Murphy and Winkler 1977).
 * What was so follows from the highest share that came; so only series of at least {@value #YEARS_MIN} years count.
 * The yardstick is the stage of a ceiling of 1, as it was told before there was a doubt about the ceiling (decision 0039).
 *
 * @param origins how many stages were told
 * @param curves of how many series
 * @param deciles ten, by the probability that was said: each stage of each origin is one case
 * @param logScore mean over origins of minus the logarithm of the probability of what was so; less is better
 * @param brier mean over origins of the squared distance from what was so, summed over the three stages; less is better
 */
public record StageReliability(int origins, int curves, List<Decile> deciles, double logScore, double brier) {
    /** A series of fewer years says little of the highest share that came. */
    public static final int YEARS_MIN = 10;

    private static final int TENTHS = 10;
    private static final double GERMINATION_BELOW = 0.16;
    private static final double MATURITY_ABOVE = 0.84;
    /** A probability of nothing costs as much as one in a thousand. */
    private static final double PROBABILITY_MIN = 0.001;

    /**
     * The cases whose probability lies in one tenth.
     *
     * @param cases how many
     * @param said mean of the probabilities; not a number without cases
     * @param wasSo the part of the cases that came out so; not a number without cases
     */
    public record Decile(int cases, double said, double wasSo) {}

    public StageReliability {
        deciles = List.copyOf(deciles);
    }

    /** Of all curves that are long enough; without origins where there is none. */
    public static StageReliability of(List<Curve> curves) {
        return of(curves, PenetrationReport::stage);
    }

    /** The same where everybody is taken for the plateau: the yardstick, of the same cases. */
    public static StageReliability ofEverybody(List<Curve> curves) {
        return of(curves, PenetrationReport::stageOfEverybody);
    }

    private static StageReliability of(List<Curve> curves, Function<BankState, StageOdds> stage) {
        Count count = new Count(stage);
        for (Curve curve : curves) {
            if (curve.figures().size() >= BankModel.OBSERVATIONS_MIN && curve.years() >= YEARS_MIN) {
                count.add(curve);
            }
        }
        return count.told();
    }

    private static final class Count {
        private final Function<BankState, StageOdds> stage;
        private final int[] cases = new int[TENTHS];
        private final double[] said = new double[TENTHS];
        private final int[] wasSo = new int[TENTHS];
        private int origins;
        private int curves;
        private double logs;
        private double squares;

        private Count(Function<BankState, StageOdds> stage) {
            this.stage = stage;
        }

        private void add(Curve curve) {
            curves++;
            double ceiling = curve.readings(curve.figures().size()).stream()
                    .mapToDouble(r -> r.share())
                    .max()
                    .orElse(1);
            BankState state = FilterBank.begin(
                    curve.reading(0), StartSpeed.atLevel(curve.reading(0).share()));
            for (int at = 1; at < curve.figures().size(); at++) {
                state = FilterBank.update(state, curve.reading(at));
                if (at + 1 >= BankModel.OBSERVATIONS_MIN && curve.isOrigin(at)) {
                    add(stage.apply(state), curve.reading(at).share() / ceiling);
                }
            }
        }

        private void add(StageOdds odds, double partOfCeiling) {
            origins++;
            boolean early = partOfCeiling < GERMINATION_BELOW;
            boolean late = partOfCeiling > MATURITY_ABOVE;
            add(odds.germination(), early);
            add(odds.growth(), !early && !late);
            add(odds.maturity(), late);
        }

        private void add(double probability, boolean so) {
            int tenth = Math.min(TENTHS - 1, (int) (TENTHS * probability));
            cases[tenth]++;
            said[tenth] += probability;
            if (so) {
                wasSo[tenth]++;
                logs -= StrictMath.log(Math.max(PROBABILITY_MIN, probability));
            }
            double off = probability - (so ? 1 : 0);
            squares += off * off;
        }

        private StageReliability told() {
            List<Decile> deciles = new ArrayList<>();
            for (int i = 0; i < TENTHS; i++) {
                deciles.add(new Decile(cases[i], said[i] / cases[i], wasSo[i] / (double) cases[i]));
            }
            return new StageReliability(origins, curves, deciles, logs / origins, squares / origins);
        }
    }
}
