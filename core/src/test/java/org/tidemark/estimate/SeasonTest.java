package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class SeasonTest {
    private static final OuSpeed DYNAMICS = new OuSpeed(0.5, 2, 4);
    private static final double WAVE = 14 / 365.25;

    private static double[] waves(int count) {
        return IntStream.range(0, count).mapToDouble(i -> 2023.7 + i * WAVE).toArray();
    }

    @Test
    void byWhatIsHeldTheSeasonIsUnknownThenComparedWithAYearBeforeThenEstimated() {
        assertThat(Season.of(true, waves(28), 14)).isEqualTo(Season.UNKNOWN);
        // Twenty-six waves are a year: the thirtieth is the fourth that has one a year before.
        assertThat(Season.of(true, waves(30), 14)).isEqualTo(Season.YEAR_BEFORE);
        assertThat(Season.of(true, waves(78), 14)).isEqualTo(Season.YEAR_BEFORE);
        assertThat(Season.of(true, waves(80), 14)).isEqualTo(Season.STATES);
        assertThat(Season.of(false, waves(1), 14)).isEqualTo(Season.ABSENT);
    }

    @Test
    void aWaveIsComparedWithTheNearestOfAYearBeforeAndWithNoOther() {
        double[] times = {2024.0, 2024.04, 2024.96, 2025.01, 2025.2};

        assertThat(Season.yearBefore(times, 14)).containsExactly(-1, -1, -1, 0, -1);
    }

    @Test
    void hipparchusAgreesOnLevelSpeedAndSeason() {
        SeasonalWave wave = SeasonalWave.OF_POINTS;
        double[] times = {2023.7, 2023.74, 2023.9, 2024.3, 2024.34, 2025.1};
        double[] measured = {3, 2.5, -4, 8, 7, 1};
        SeasonalSpeed own = SeasonalSpeed.before(DYNAMICS, wave, 3, 4);
        List<StateSpaceCase.Point> points = new ArrayList<>();
        List<GaussianState> beliefs = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            double years = i == 0 ? 0 : times[i] - times[i - 1];
            double[] h = new double[6];
            h[0] = 1;
            h[2] = Math.cos(2 * Math.PI * times[i]);
            h[3] = Math.sin(2 * Math.PI * times[i]);
            h[4] = Math.cos(4 * Math.PI * times[i]);
            h[5] = Math.sin(4 * Math.PI * times[i]);
            points.add(new StateSpaceCase.Point(
                    StateSpaceCase.transition(DYNAMICS, years, 6),
                    StateSpaceCase.vector(0, 0, 0, 0, 0, 0),
                    StateSpaceCase.noise(DYNAMICS, years, wave.wander(), 6),
                    StateSpaceCase.vector(h),
                    measured[i],
                    1.3));
            own = own.after(years).observing(times[i], measured[i], 1.3, 0);
            beliefs.add(own.belief());
        }
        RealMatrix prior = MatrixUtils.createRealIdentityMatrix(6).scalarMultiply(25);
        prior.setEntry(0, 0, 100 * wave.priorVariance());
        prior.setEntry(1, 1, 4);

        StateSpaceCase.Filtered theirs =
                HipparchusOracle.filter(new StateSpaceCase(StateSpaceCase.vector(3, 0, 0, 0, 0, 0), prior, points));

        for (int i = 0; i < times.length; i++) {
            for (int row = 0; row < 6; row++) {
                double mean = theirs.means().get(i).getEntry(row);
                assertThat(beliefs.get(i).mean(row)).isCloseTo(mean, within(1e-9 * Math.max(1, Math.abs(mean))));
                for (int column = 0; column < 6; column++) {
                    double p = theirs.covariances().get(i).getEntry(row, column);
                    assertThat(beliefs.get(i).covariance(row, column))
                            .isCloseTo(p, within(1e-8 * Math.max(1, Math.abs(p))));
                }
            }
        }
    }

    /** A yearly wave of any phase and no fall: what is left without it is the level that never moved. */
    @Property(tries = 30)
    void afterFourYearsAWaveOfAnyPhaseIsTakenOutOfTheLevel(
            @ForAll @DoubleRange(min = 0, max = 1) double phase,
            @ForAll @DoubleRange(min = 2, max = 10) double amplitude) {
        Random random = new Random(Double.doubleToLongBits(phase + amplitude));
        double[] times = waves(105);
        SeasonalSpeed own = SeasonalSpeed.before(
                new OuSpeed(0.5, 1, 1),
                SeasonalWave.OF_POINTS,
                4 + amplitude * Math.sin(2 * Math.PI * (times[0] + phase)),
                1);
        for (int i = 0; i < times.length; i++) {
            double season = amplitude * Math.sin(2 * Math.PI * (times[i] + phase));
            own = own.after(i == 0 ? 0 : WAVE).observing(times[i], 4 + season + 0.7 * random.nextGaussian(), 0.5, 5);
        }
        double off = own.speed().level() - 4;
        double sd = Math.sqrt(own.speed().p11());
        assertThat(Math.abs(off)).isLessThan(4 * sd).isLessThan(2.5);
        assertThat(own.season(times[104]))
                .isCloseTo(amplitude * Math.sin(2 * Math.PI * (times[104] + phase)), within(2.5));
    }
}
