package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stage of a diffusion whose ceiling nobody knows. */
class CeilingDoubtTest {
    private record Vector(
            String name, List<Double> t, List<Double> y, double germination, double growth, double maturity) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Made by plain Python, with the start speed of .35. */
    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector(
                        "at 21 % and rising",
                        List.of(0.0, 1.0, 2.0, 3.5), List.of(.05, .08, .12, .21), 0, .949475723943, .050524276057),
                new Vector(
                        "at 10 %",
                        List.of(0.0, .5, 1.0, 1.5, 2.0),
                        List.of(.04, .05, .065, .085, .10),
                        .412163813245,
                        .566508796759,
                        .021327389996),
                new Vector(
                        "at 2 %",
                        List.of(0.0, 1.0, 2.0, 3.0),
                        List.of(.004, .007, .012, .02),
                        .894035461962,
                        .102120019651,
                        .003844518387),
                new Vector(
                        "at a stand at 20 %",
                        List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0),
                        List.of(.15, .18, .195, .2, .2, .2),
                        0,
                        .952270416332,
                        .047729583668),
                new Vector("at 93 %", List.of(0.0, 1.0, 2.0, 3.0), List.of(.80, .86, .90, .93), 0, 0, 1));
    }

    private static BankState fold(List<Double> t, List<Double> y) {
        BankState state = FilterBank.begin(new Measurement(t.get(0), y.get(0), 0), StartSpeed.STATED);
        for (int i = 1; i < t.size(); i++) {
            state = FilterBank.update(state, new Measurement(t.get(i), y.get(i), 0));
        }
        return state;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theOddsAreThoseOfTheReference(Vector v) {
        StageOdds odds = CeilingDoubt.of(fold(v.t(), v.y()));

        assertThat(odds.germination()).isCloseTo(v.germination(), within(1e-9));
        assertThat(odds.growth()).isCloseTo(v.growth(), within(1e-9));
        assertThat(odds.maturity()).isCloseTo(v.maturity(), within(1e-9));
    }

    @Property
    void aLevelThatIsKnownHasTheOddsOfTheFormula(@ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        StageOdds odds = CeilingDoubt.of(Math.log(p / (1 - p)), 0);

        assertThat(odds.germination()).isCloseTo(Math.max(0, 1 - p / 0.16) / (1 - p), within(1e-9));
        assertThat(odds.maturity()).isCloseTo((Math.min(1, p / 0.84) - p) / (1 - p), within(1e-9));
    }

    @Property
    void theHigherTheLevelTheLaterTheStage(
            @ForAll @DoubleRange(min = -6, max = 3) double logit,
            @ForAll @DoubleRange(min = 0, max = 0.5) double sd,
            @ForAll @DoubleRange(min = 0.01, max = 2) double more) {
        StageOdds here = CeilingDoubt.of(logit, sd);
        StageOdds higher = CeilingDoubt.of(logit + more, sd);

        assertThat(higher.germination()).isLessThanOrEqualTo(here.germination() + 1e-12);
        assertThat(higher.maturity()).isGreaterThanOrEqualTo(here.maturity() - 1e-12);
    }

    /** Ceilings and levels from the prior, the level seen with an error: in each decile as often so as was said. */
    @Test
    void whatIsSaidIsAsOftenSoInEveryDecileAndScoresBetterThanACeilingOfOne() {
        Random random = new Random(20261130);
        List<double[]> said = new ArrayList<>();
        double[] brier = new double[2];
        double[] log = new double[2];
        int n = 0;
        while (n < 20_000) {
            double ceiling = random.nextDouble();
            double p = random.nextDouble();
            if (p >= ceiling || p < 0.005 || p > 0.995) {
                continue;
            }
            double sd = 0.1;
            double seen = Math.log(p / (1 - p)) + sd * random.nextGaussian();
            StageOdds odds = CeilingDoubt.of(seen, sd);
            double below = StandardNormal.cdf((Math.log(0.16 / 0.84) - seen) / sd);
            double above = StandardNormal.cdf((seen - Math.log(0.84 / 0.16)) / sd);
            double[] now = {odds.germination(), odds.growth(), odds.maturity()};
            double[] ofOne = {below, Math.max(0, 1 - below - above), above};
            int stage = p < 0.16 * ceiling ? 0 : p > 0.84 * ceiling ? 2 : 1;
            for (int i = 0; i < 3; i++) {
                double is = i == stage ? 1 : 0;
                said.add(new double[] {now[i], is});
                brier[0] += (now[i] - is) * (now[i] - is);
                brier[1] += (ofOne[i] - is) * (ofOne[i] - is);
            }
            log[0] -= Math.log(Math.max(now[stage], 1e-3));
            log[1] -= Math.log(Math.max(ofOne[stage], 1e-3));
            n++;
        }

        for (int decile = 0; decile < 10; decile++) {
            double from = decile / 10.0;
            double[][] in =
                    said.stream().filter(s -> s[0] >= from && s[0] < from + 0.1).toArray(double[][]::new);
            if (in.length > 300) {
                double told = Arrays.stream(in).mapToDouble(s -> s[0]).average().orElseThrow();
                double was = Arrays.stream(in).mapToDouble(s -> s[1]).average().orElseThrow();
                assertThat(was).as("decile %d of %d", decile, in.length).isCloseTo(told, within(0.05));
            }
        }
        assertThat(brier[0]).isLessThan(0.8 * brier[1]);
        assertThat(log[0]).isLessThan(0.6 * log[1]);
    }

    @Test
    void aTabulatedNormalIsThatOfTheSeries() {
        for (double z = -9; z < 9; z += 0.0037) {
            assertThat(StandardNormal.tabulated(z)).isCloseTo(StandardNormal.cdf(z), within(1e-10));
        }
    }
}
