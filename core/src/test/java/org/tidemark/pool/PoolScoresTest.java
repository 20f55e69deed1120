package org.tidemark.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.GaussianState;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PooledLevel;
import org.tidemark.estimate.SourceBiases;

/** What is counted of the pool's forecasts, by hand. */
class PoolScoresTest {
    private static PoolSurprise off(String concept, boolean beside, double deviations) {
        return new PoolSurprise(concept, "TOTAL", beside, deviations);
    }

    @Test
    void figuresAreCountedByConceptAndByWhetherOthersWereHeld() {
        List<PoolCoverage> coverage = PoolCoverage.of(List.of(
                off("b", true, 0.5),
                off("b", true, -1.5),
                off("b", true, 2.5),
                off("b", false, 1.0),
                off("a", true, 0)));

        assertThat(coverage).hasSize(3);
        assertThat(coverage.get(0)).isEqualTo(new PoolCoverage("a", true, 1, 1, 1, 0));
        PoolCoverage beside = coverage.get(1);
        assertThat(beside).isEqualTo(new PoolCoverage("b", true, 3, 1, 2, beside.meanSquare()));
        assertThat(beside.meanSquare()).isCloseTo((0.25 + 2.25 + 6.25) / 3, within(1e-12));
        assertThat(coverage.get(2)).isEqualTo(new PoolCoverage("b", false, 1, 1, 1, 1));
    }

    @Test
    void theProbabilityOfSoManyIsTheBinomials() {
        assertThat(new PoolCoverage("a", true, 29, 27, 29, 1).atLeast()).isCloseTo(0.0520, within(1e-4));
        assertThat(new PoolCoverage("a", true, 3, 0, 3, 1).atLeast()).isCloseTo(1, within(1e-12));
        assertThat(new PoolCoverage("a", true, 2000, 1600, 2000, 1).atLeast()).isCloseTo(0.5134, within(1e-4));
    }

    /** Where only the noise of a figure is in doubt, a figure one standard error off is less than one deviation off. */
    @Test
    void aFigureIsComparedWithTheDoubtOfTheLevelAndItsOwnNoise() {
        GaussianState none = GaussianState.of(new double[0], new double[0]);
        Measurement first = new Measurement(2024, 0.10, 0.01);
        PooledLevel level = PooledLevel.before(first, none, none, 2.2).fold(SourceBiases.ANCHOR, first, true);
        List<Double> surprises = new ArrayList<>();
        for (double share : new double[] {0.09, 0.10, 0.11, 0.12}) {
            surprises.add(level.surprise(SourceBiases.ANCHOR, new Measurement(2024, share, 0.01)));
        }

        assertThat(surprises).isSorted();
        assertThat(surprises.get(1)).isCloseTo(0, within(0.01));
        // The level is known within .01 itself, and the bank's own noise is .0035: .01 over sqrt(2 x .01^2 + 2 x
        // .0035^2).
        assertThat(surprises.get(2)).isCloseTo(0.64, within(0.05));
    }
}
