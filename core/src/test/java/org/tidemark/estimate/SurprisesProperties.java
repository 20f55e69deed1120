package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Within one model, what each reading moves is what the linear filter says, to rounding. */
class SurprisesProperties {
    private static final int TRIES = 100;
    private static final double ROUNDING = 1e-12;
    /** Models of which the mean speed is the same at every level, so that the level is affine in the readings. */
    private static final int AFFINE = 8;

    @Provide
    Arbitrary<List<Measurement>> ordinary() {
        return Readings.ordinary();
    }

    @Property(tries = TRIES)
    void oneReadingMovesEachModelByItsGainTimesItsInnovation(@ForAll("ordinary") List<Measurement> readings) {
        Assume.that(readings.size() > 1);
        BankState before = Readings.fold(readings.subList(0, readings.size() - 1));
        Measurement last = readings.get(readings.size() - 1);

        double[][] moves = Surprises.moves(before, List.of(last));

        BankState expected = FilterBank.predict(before, last.time() - before.time());
        double[] gains = BankKernel.gains(expected.toArray(), last);
        BankState after = FilterBank.update(before, last);
        for (int m = 0; m < BankModel.MODELS; m++) {
            double innovation = BankKernel.linked(BankModel.link(m), last) - expected.number(m, OuStep.X);
            assertThat(moves[0][m]).isCloseTo(gains[2 * m] * innovation, within(ROUNDING));
            assertThat(moves[0][m])
                    .isCloseTo(
                            after.number(m, OuStep.X) - expected.number(m, OuStep.X),
                            within(ROUNDING * Math.max(1, Math.abs(after.number(m, OuStep.X)))));
        }
    }

    @Property(tries = TRIES)
    void allReadingsTogetherMakeTheWholeMoveOfAnAffineModel(@ForAll("ordinary") List<Measurement> readings) {
        Assume.that(readings.size() > 2);
        int known = readings.size() / 2;
        BankState before = Readings.fold(readings.subList(0, known));
        List<Measurement> ahead = readings.subList(known, readings.size());

        double[][] moves = Surprises.moves(before, ahead);

        BankState expected =
                FilterBank.predict(before, ahead.get(ahead.size() - 1).time() - before.time());
        BankState after = Readings.fold(readings);
        for (int m = 0; m < AFFINE; m++) {
            double sum = 0;
            for (double[] move : moves) {
                sum += move[m];
            }
            assertThat(sum)
                    .as("model %d", m)
                    .isCloseTo(after.number(m, OuStep.X) - expected.number(m, OuStep.X), within(1e-9));
        }
    }

    @Property(tries = TRIES)
    void aRevisionInALinearFilterMovesTheLevelByTheWeightOfItsReading(
            @ForAll("history") List<Double> z,
            @ForAll @IntRange(max = 7) int revised,
            @ForAll @DoubleRange(min = -1, max = 1) double by) {
        Linear before = Linear.fold(z);
        List<Double> other = new ArrayList<>(z);
        other.set(revised, z.get(revised) + by);

        double moved = Linear.fold(other).level - before.level;

        double weight = ObservationWeights.backwards(before.years, before.gains, 0)[revised];
        assertThat(weight * by).isCloseTo(moved, within(ROUNDING));
    }

    @Provide
    Arbitrary<List<Double>> history() {
        return Arbitraries.doubles().between(-3, 3).list().ofSize(8);
    }

    /** One filter with readings of one variance and no gate, at uneven times. */
    private static final class Linear {
        private static final double R = 0.02;
        private static final double[] YEARS = {0.3, 0.5, 0.0, 0.02, 0.25, 0.4, 0.1, 0.5};
        private final double[] years = YEARS;
        private final double[][] gains = new double[YEARS.length][];
        private double level;

        static Linear fold(List<Double> z) {
            Linear linear = new Linear();
            double[] belief = {-2, 0.35, 0.1, 0, 0.25};
            for (int j = 0; j < YEARS.length; j++) {
                BankModel.DYNAMICS.over(YEARS[j]).advance(belief, 0, 0.1, 1);
                double s = belief[OuStep.P11] + R;
                linear.gains[j] = new double[] {belief[OuStep.P11] / s, belief[OuStep.P12] / s};
                OuStep.observe(belief, 0, z.get(j) - belief[OuStep.X], R);
            }
            linear.level = belief[OuStep.X];
            return linear;
        }
    }
}
